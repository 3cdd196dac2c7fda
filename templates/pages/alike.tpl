<div class="headline"><a href="/queue" data-key="u">← [[ui.to_queue]] <kbd>u</kbd></a> <h1>{{CHECK}} <span class="of">· {{CUSTOMER}}</span></h1> <span class="tag">{{COUNT}}</span></div>
{{#LOOK_ONLY}}<p class="notice">[[ui.look_only]] ({{ROLE}})</p>{{/LOOK_ONLY}}
<dl class="facts">
{{#ARTICLE}}<div class="big"><dt>[[ui.item]]</dt><dd>{{ARTICLE}}</dd></div>{{/ARTICLE}}
<div class="big ordered"><dt>[[ui.ordered]]</dt><dd>{{ORDERED}}</dd></div>
<div class="big agreed"><dt>[[ui.agreed]]</dt><dd>{{AGREED}}</dd></div>
{{#CLAUSE}}<div class="long"><dt>[[ui.clause]]</dt><dd>{{CLAUSE}}</dd></div>{{/CLAUSE}}
</dl>
<nav class="choice" aria-label="[[alike.how]]">{{#WAY}}<a class="button" href="{{URL}}" data-key="{{KEY}}"{{#CHOSEN}} aria-current="true"{{/CHOSEN}}>{{WORDS}} <kbd>{{KEY}}</kbd></a> {{/WAY}}</nav>
<form method="post" action="{{ADDRESS}}"><input type="hidden" name="csrf" value="{{CSRF}}"><input type="hidden" name="resolution" value="{{RESOLUTION}}">
<div class="wide" tabindex="0" role="region" aria-label="[[ui.orders]]"><table class="alike">
<thead><tr><th scope="col"><span class="unseen">[[alike.ticked]]</span></th><th scope="col">[[ui.order]]</th><th scope="col" class="number">[[ui.net]]</th><th scope="col">[[ui.received]]</th><th scope="col">[[alike.becomes]]</th></tr></thead>
<tbody>
{{#ROW}}<tr data-row><td><label><span class="unseen">[[alike.ticked]] {{ORDER}}</span><input type="checkbox" name="case" value="{{TICK}}"{{#TICKED}} checked{{/TICKED}}></label></td><td><a href="{{URL}}">{{ORDER}}</a> <small>{{CASE_NO}}</small>{{#CLAIMED_BY}} <span class="tag warn">[[ui.claimed_by]]: {{CLAIMED_BY}}</span>{{/CLAIMED_BY}}</td><td class="number">{{NET}}</td><td>{{RECEIVED}}</td><td>{{#STILL_OPEN}}[[alike.is_decided]]; {{STILL_OPEN}}{{/STILL_OPEN}}{{#BECAUSE}}<span lang="en">{{BECAUSE}}</span>{{/BECAUSE}}{{#TO_SECOND}}<span aria-hidden="true">◉◉</span> [[ui.four_eyes]]{{/TO_SECOND}}{{#PREVIEW}}<details class="more"><summary>{{KIND}} → {{TO}} <small>{{IN_LANGUAGE}}</small>{{#NET}}, {{NET}}{{/NET}}</summary>
<ul>{{#DEVIATION}}<li>{{#LINE}}{{LINE}}: {{/LINE}}{{FIELD}} <span class="ordered">{{ORDERED}}</span> → <span class="agreed">{{CONFIRMED}}</span>{{#REASON}} <small>{{REASON}}</small>{{/REASON}}</li>{{/DEVIATION}}{{#ASKED}}<li>{{WORDS}}</li>{{/ASKED}}</ul>
<table class="lines">{{#ANSWER_LINE}}<tr><td>{{NUMBER}}</td><td>{{ITEM}}</td><td class="number">{{QUANTITY}}</td><td class="number">{{PRICE}}</td><td class="number">{{AMOUNT}}</td><td>{{DATE}}</td></tr>{{/ANSWER_LINE}}</table></details>{{/PREVIEW}}</td></tr>
{{/ROW}}</tbody></table></div>
{{#MORE}}<p class="empty">[[alike.more]]</p>{{/MORE}}
{{#MAY}}<div class="actions">{{#REASON}}<label>[[ui.why]] <input name="reason" required maxlength="500" size="40"></label>{{/REASON}}<button class="main" data-key="Enter">{{DO}}: [[alike.ticked_ones]] <kbd>Enter</kbd></button></div>{{/MAY}}</form>
