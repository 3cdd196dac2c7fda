<div class="headline case"><a href="{{ORDER_URL}}" data-key="u">← {{ORDER}} <kbd>u</kbd></a>
<h1>{{HEADING}} <span class="of">· {{CUSTOMER}}</span></h1>
<span class="tag">{{STATE}}</span>{{#NEXT_ATTEMPT}} <small>[[ui.next_attempt]] {{NEXT_ATTEMPT}}</small>{{/NEXT_ATTEMPT}}
{{#REPLY}}<small>[[ui.server_said]] <q lang="en">{{REPLY}}</q></small>{{/REPLY}}
</div>
<div class="halves">
<section class="right" aria-labelledby="data-title">
<h2 id="data-title">[[ui.what_it_says]]</h2>
{{#ANSWER}}<div class="answer"><p><b>{{KIND}}</b> → {{TO}} <small>{{IN_LANGUAGE}}</small></p>
<ul>{{#DEVIATION}}<li>{{#LINE}}{{LINE}}: {{/LINE}}{{FIELD}} <span class="ordered">{{ORDERED}}</span> → <span class="agreed">{{CONFIRMED}}</span>{{#REASON}} <small>{{REASON}}</small>{{/REASON}}</li>{{/DEVIATION}}{{#ASKED}}<li>{{WORDS}}</li>{{/ASKED}}</ul>
<table class="lines">{{#ANSWER_LINE}}<tr><td>{{NUMBER}}</td><td>{{ITEM}}</td><td class="number">{{QUANTITY}}</td><td class="number">{{PRICE}}</td><td class="number">{{AMOUNT}}</td><td>{{DATE}}</td></tr>{{/ANSWER_LINE}}</table>
{{#NET}}<p>[[ui.net]] <b>{{NET}}</b></p>{{/NET}}{{#ANSWER_BY}}<p><small>[[ui.answer_by]] {{ANSWER_BY}}</small></p>{{/ANSWER_BY}}</div>{{/ANSWER}}
</section>
<section class="left" aria-labelledby="sent-title">
<h2 id="sent-title">[[ui.as_sent]]</h2>
{{#NOT_WRITTEN}}<p class="empty">[[ui.not_written]]</p>{{/NOT_WRITTEN}}
{{#SENT}}{{#MAIL}}<dl class="mail"><dt>[[mail.from]]</dt><dd>{{FROM}}</dd><dt>[[mail.to]]</dt><dd>{{TO}}</dd><dt>[[mail.subject]]</dt><dd>{{SUBJECT}}</dd><dt>Message-ID</dt><dd>{{MESSAGE_ID}}</dd></dl>{{/MAIL}}
{{#FILE}}<p><a href="{{URL}}">{{NAME}}</a></p>{{/FILE}}
<p><a href="{{RAW_URL}}">[[ui.original]]</a></p>
{{#TEXT}}<pre class="framed">{{WORDS}}</pre>{{/TEXT}}{{/SENT}}
</section>
</div>
