<div class="headline"><h1>[[home.title]]</h1> {{#WELL}}<span class="tag well">[[home.well]]</span>{{/WELL}}{{#UNWELL}}<span class="tag warn">[[home.unwell]]</span>{{/UNWELL}}</div>
<section aria-labelledby="due-title">
<h2 id="due-title">[[home.due]]{{#LATE}} <strong class="late">{{LATE}}</strong>{{/LATE}}{{#SOON}} <span class="tag warn">{{SOON}}</span>{{/SOON}}</h2>
{{#NOTHING_DUE}}<p class="empty">[[home.nothing_due]]</p>{{/NOTHING_DUE}}
{{#DUE}}<div class="wide"><table class="queue">
<thead><tr><th scope="col">[[ui.customer]]</th><th scope="col">[[ui.order]]</th><th scope="col">[[ui.reason]]</th><th scope="col">[[ui.due]]</th><th scope="col" class="number">[[ui.stake]]</th><th scope="col">[[ui.claimed_by]]</th></tr></thead>
<tbody>{{#ROW}}<tr data-row><td><span class="customer">{{CUSTOMER}}</span> <small>{{CUSTOMER_NO}}</small></td><td><a href="{{URL}}">{{ORDER}}</a></td><td>{{REASON}}</td><td>{{#LATE}}<strong class="late">[[ui.late]]</strong> {{/LATE}}{{DUE}}</td><td class="number">{{STAKE}}</td><td>{{CLAIMED_BY}}</td></tr>
{{/ROW}}</tbody></table></div>{{/DUE}}
</section>
<section aria-labelledby="in-title">
<h2 id="in-title">[[home.channels]]</h2>
{{#NO_CHANNELS}}<p class="empty">[[home.no_channels]]</p>{{/NO_CHANNELS}}
{{#CHANNELS}}<div class="wide"><table>
<thead><tr><th scope="col">[[home.channel]]</th><th scope="col">[[ui.state]]</th><th scope="col">[[home.balance]]</th><th scope="col" class="number">[[home.taken]]</th><th scope="col" class="number">[[home.today]]</th><th scope="col" class="number">[[home.waiting]]</th><th scope="col" class="number">[[home.quarantined]]</th><th scope="col" class="number">[[home.looked]]</th></tr></thead>
<tbody>{{#CHANNEL}}<tr><th scope="row">{{NAME}}</th><td>{{#WRONG}}<strong class="late">[[home.look]]</strong> {{/WRONG}}{{CONDITION}}{{#REASON}} <small>{{REASON}}</small>{{/REASON}}</td><td>{{BALANCE}}{{#BALANCED}} <small>{{BALANCED}}</small>{{/BALANCED}}</td><td class="number">{{TAKEN}}</td><td class="number">{{TODAY}}</td><td class="number">{{WAITING}}</td><td class="number">{{QUARANTINED}}</td><td class="number">{{LOOKED}}</td></tr>
{{/CHANNEL}}</tbody></table></div>{{/CHANNELS}}
</section>
<section aria-labelledby="silent-title">
<h2 id="silent-title">[[home.silence]]</h2>
{{#NOBODY_SILENT}}<p class="empty">[[home.nobody_silent]]</p>{{/NOBODY_SILENT}}
<ul class="told">{{#SILENCE}}<li data-row>{{#CUSTOMER}}<a href="{{URL}}">{{NAME}}</a> · {{/CUSTOMER}}{{CHANNEL}}: {{WORDS}}{{#KNOWN}} <span class="tag">{{KNOWN}}</span>{{/KNOWN}}{{#MAY_KNOW}} <form class="inline" method="post" action="/silence/known"><input type="hidden" name="csrf" value="{{CSRF}}"><input type="hidden" name="customer" value="{{CUSTOMER_NO}}"><input type="hidden" name="channel" value="{{CHANNEL}}"><button class="quiet">[[home.know]]</button></form>{{/MAY_KNOW}}</li>
{{/SILENCE}}</ul>
</section>
<section aria-labelledby="out-title">
<h2 id="out-title">[[home.deliveries]]</h2>
{{#ALL_GONE}}<p class="empty">[[home.all_gone]]</p>{{/ALL_GONE}}
<ul class="told">{{#COUNT}}<li>{{WORDS}}</li>{{/COUNT}}
{{#STUCK}}<li data-row><a href="{{URL}}">{{KIND}}</a> → {{TO}} <span class="tag warn">{{STATE}}</span>{{#REPLY}} <q>{{REPLY}}</q>{{/REPLY}}</li>
{{/STUCK}}</ul>
</section>
