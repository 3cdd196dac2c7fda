<h2>[[ui.order_read]]</h2>
<dl class="order">
<div><dt>[[ui.customer]]</dt><dd>{{#CUSTOMER}}<a href="{{URL}}">{{NAME}}</a>{{/CUSTOMER}}{{#NOBODY}}{{NOBODY}}{{/NOBODY}}{{#CUSTOMER_NO}} <small>{{CUSTOMER_NO}}</small>{{/CUSTOMER_NO}}{{#IDENTIFIED_BY}} <small>{{IDENTIFIED_BY}}</small>{{/IDENTIFIED_BY}}</dd></div>
<div><dt>[[ui.order]]</dt><dd>{{#ORDER_NO}}{{#PLAIN}}{{WORDS}}{{/PLAIN}}{{#LINK}}<a href="{{URL}}" data-marks="{{MARKS}}">{{WORDS}}</a>{{/LINK}}{{/ORDER_NO}}{{#ORDER_DATE}} <small>{{ORDER_DATE}}</small>{{/ORDER_DATE}}</dd></div>
<div><dt>[[ui.ship_to]]</dt><dd>{{#SHIP_TO}}{{#PLAIN}}{{WORDS}}{{/PLAIN}}{{#LINK}}<a href="{{URL}}" data-marks="{{MARKS}}">{{WORDS}}</a>{{/LINK}}{{/SHIP_TO}}</dd></div>
<div><dt>[[ui.requested]]</dt><dd>{{#REQUESTED}}{{#PLAIN}}{{WORDS}}{{/PLAIN}}{{#LINK}}<a href="{{URL}}" data-marks="{{MARKS}}">{{WORDS}}</a>{{/LINK}}{{/REQUESTED}}</dd></div>
<div><dt>[[ui.net]]</dt><dd>{{NET}}{{#STATED_TOTAL}} <small>[[ui.stated_total]] {{STATED_TOTAL}}</small>{{/STATED_TOTAL}}</dd></div>
</dl>
{{#CORRECTION}}<p class="correction">[[ui.corrected]]: {{#LINE}}{{LINE}}, {{/LINE}}{{FIELD}} = <b>{{VALUE}}</b> <small>{{BY}}</small></p>{{/CORRECTION}}
{{#LINES}}<div class="wide"><table class="lines"><thead><tr><th scope="col">[[ui.line]]</th><th scope="col">[[ui.item]]</th><th scope="col">[[ui.name]]</th><th scope="col" class="number">[[ui.quantity]]</th><th scope="col" class="number">[[ui.price]]</th><th scope="col">[[ui.requested]]</th></tr></thead><tbody>
{{#LINE}}<tr class="{{#DEVIATES}}deviates{{/DEVIATES}}"><td>{{NUMBER}}{{#DEVIATES}} <span class="severity" role="img" aria-label="[[ui.deviates]]" title="[[ui.deviates]]">▲</span>{{/DEVIATES}}</td><td>{{#ITEM}}{{#PLAIN}}{{WORDS}}{{/PLAIN}}{{#LINK}}<a href="{{URL}}" data-marks="{{MARKS}}">{{WORDS}}</a>{{/LINK}}{{/ITEM}}</td><td>{{NAME}}</td><td class="number">{{#QUANTITY}}{{#PLAIN}}{{WORDS}}{{/PLAIN}}{{#LINK}}<a href="{{URL}}" data-marks="{{MARKS}}">{{WORDS}}</a>{{/LINK}}{{/QUANTITY}}</td><td class="number">{{#PRICE}}{{#PLAIN}}{{WORDS}}{{/PLAIN}}{{#LINK}}<a href="{{URL}}" data-marks="{{MARKS}}">{{WORDS}}</a>{{/LINK}}{{/PRICE}}</td><td>{{#DATE}}{{#PLAIN}}{{WORDS}}{{/PLAIN}}{{#LINK}}<a href="{{URL}}" data-marks="{{MARKS}}">{{WORDS}}</a>{{/LINK}}{{/DATE}}</td></tr>
{{/LINE}}</tbody></table></div>{{/LINES}}
<h2>[[ui.preview]]</h2>
{{#NO_PREVIEW}}<p class="empty">{{#STILL_OPEN}}{{STILL_OPEN}}{{/STILL_OPEN}}{{#BECAUSE}}<span lang="en">{{BECAUSE}}</span>{{/BECAUSE}}</p>{{/NO_PREVIEW}}
{{#PREVIEW}}<div class="answer"><p><b>{{KIND}}</b> → {{TO}} <small>{{IN_LANGUAGE}}</small></p>
<ul>{{#DEVIATION}}<li>{{#LINE}}{{LINE}}: {{/LINE}}{{FIELD}} <span class="ordered">{{ORDERED}}</span> → <span class="agreed">{{CONFIRMED}}</span>{{#REASON}} <small>{{REASON}}</small>{{/REASON}}</li>{{/DEVIATION}}{{#ASKED}}<li>{{WORDS}}</li>{{/ASKED}}</ul>
{{#NET}}<details class="more"><summary>[[ui.net]] {{NET}}</summary><table class="lines">{{#ANSWER_LINE}}<tr><td>{{NUMBER}}</td><td>{{ITEM}}</td><td class="number">{{QUANTITY}}</td><td class="number">{{PRICE}}</td><td class="number">{{AMOUNT}}</td><td>{{DATE}}</td></tr>{{/ANSWER_LINE}}</table></details>{{/NET}}
{{#ANSWER_BY}}<p><small>[[ui.answer_by]] {{ANSWER_BY}}</small></p>{{/ANSWER_BY}}</div>{{/PREVIEW}}
<ul class="eyes">{{#FOUR_EYES}}<li><span aria-hidden="true">◉◉</span> [[ui.four_eyes]]: {{WORDS}}</li>{{/FOUR_EYES}}</ul>
<details class="more history"><summary>[[ui.history]]</summary>
<ul>{{#SENT}}<li><b>{{KIND}}</b> → {{TO}}: {{STATE}}{{#REPLY}} <small>{{REPLY}}</small>{{/REPLY}}</li>{{/SENT}}</ul>
<ol>{{#EVENT}}<li><small>{{AT}}</small> {{WORDS}} <small>{{BY}}</small>{{#WHY}} <q>{{WHY}}</q>{{/WHY}}</li>{{/EVENT}}</ol></details>
{{#TEACHES}}<h3>[[teach.items]]</h3>
<ul class="told">{{#ITEM}}<li><q>{{WRITTEN}}</q> → <b>{{SKU}}</b> <small>{{ALIKE}}{{#LEARNED}} · [[teach.learned]]{{/LEARNED}}</small>{{#OTHERWISE}} · {{WORDS}} <a href="{{URL}}">{{CASE_NO}}</a>{{/OTHERWISE}}{{#MORE}} {{MORE}}{{/MORE}}{{#KEEP}} <form class="inline" method="post" action="/teach/number"><input type="hidden" name="csrf" value="{{CSRF}}"><input type="hidden" name="case" value="{{CASE}}"><input type="hidden" name="line" value="{{LINE}}"><button class="quiet">[[teach.keep]]</button></form>{{/KEEP}}</li>
{{/ITEM}}</ul>{{/TEACHES}}
