<div class="headline"><h1>{{NAME}} <span class="of">· {{NO}}</span></h1> <span class="tag">{{STATUS}}</span>
<nav aria-label="[[ui.customer]]"><a href="{{QUEUE_URL}}" data-key="w">[[ui.queue]] <kbd>w</kbd></a> <a href="{{ORDERS_URL}}" data-key="o">[[ui.orders]] <kbd>o</kbd></a> <a href="{{COMPLAINTS_URL}}" data-key="c">[[ui.complaints]] <kbd>c</kbd></a>{{#TYPE_URL}} <a href="{{TYPE_URL}}" data-key="a">[[typed.title]] <kbd>a</kbd></a>{{/TYPE_URL}}</nav></div>
<div class="halves">
<div class="right">
<section aria-labelledby="open-title"><h2 id="open-title">[[customer.open]]</h2>
{{#NOTHING_OPEN}}<p class="empty">[[customer.nothing_open]]</p>{{/NOTHING_OPEN}}
<ul class="told">{{#WAITING}}{{#ROW}}<li data-row>[[customer.waits_for_us]]: <a href="{{URL}}">{{ORDER}}</a> {{REASON}} <span>{{STAKE}}</span>{{#LATE}} <strong class="late">[[ui.late]]</strong>{{/LATE}} <small>{{DUE}}</small></li>
{{/ROW}}{{/WAITING}}{{#QUESTIONS}}{{#ROW}}<li data-row>[[customer.question]]: <a href="{{URL}}">{{ORDER}}</a> {{REASON}} <small>{{RECEIVED}}</small></li>
{{/ROW}}{{/QUESTIONS}}{{#PROPOSALS}}{{#ROW}}<li data-row>[[customer.proposal]]: <a href="{{URL}}">{{ORDER}}</a> {{REASON}} <small>{{RECEIVED}}</small></li>
{{/ROW}}{{/PROPOSALS}}{{#COMPLAINT}}<li data-row>[[class.complaint]]: <a href="{{URL}}">{{NUMBER}}</a> {{CAUSE}} <span class="tag">{{STATE}}</span> <small>[[ui.due]] {{DUE}}</small></li>
{{/COMPLAINT}}</ul></section>
<section aria-labelledby="habit-title"><h2 id="habit-title">[[customer.habits]]</h2>
{{#NO_HABITS}}<p class="empty">[[customer.no_habits]]</p>{{/NO_HABITS}}
<ul class="told">{{#HABIT}}<li><b>{{CHANNEL}}</b> {{ORDERS}}{{#USUAL}} · {{WORDS}}{{/USUAL}}{{#SILENT}} <strong class="late">{{SILENT}}</strong>{{/SILENT}}</li>
{{/HABIT}}</ul></section>
<section aria-labelledby="last-title"><h2 id="last-title">[[typed.last_orders]]</h2>
{{#NO_ORDERS}}<p class="empty">[[ui.nothing_found]]</p>{{/NO_ORDERS}}
<ul class="told">{{#ORDER_ROW}}<li data-row><a href="{{URL}}">{{ORDER}}</a> {{STATE_WORDS}}{{#KIND}} <span class="tag">{{KIND}}</span>{{/KIND}} {{NET}} <small>{{RECEIVED}} · {{CHANNEL}}</small></li>
{{/ORDER_ROW}}</ul></section>
</div>
<div class="left">
<section aria-labelledby="agreed-title"><h2 id="agreed-title">[[customer.agreement]]</h2>
{{#NOTHING_AGREED}}<p class="notice">[[customer.nothing_agreed]]</p>{{/NOTHING_AGREED}}
<dl class="order">{{#TERM}}<div><dt>{{WORDS}}</dt><dd>{{VALUE}}</dd></div>{{/TERM}}</dl>
<ul class="told">{{#OTHER}}<li>{{WORDS}}</li>{{/OTHER}}</ul></section>
<section aria-labelledby="who-title"><h2 id="who-title">[[ui.customer]]</h2>
<dl class="order">{{#FACT}}<div><dt>{{WORDS}}</dt><dd>{{VALUE}}</dd></div>{{/FACT}}</dl>
<ul class="told">{{#CONTACT}}<li>{{NAME}} {{MAIL}}{{#PHONE}} · {{PHONE}}{{/PHONE}}{{#MAY_NOT_ORDER}} <span class="tag warn">[[customer.may_not_order]]</span>{{/MAY_NOT_ORDER}}</li>{{/CONTACT}}
{{#PLACE}}<li><b>{{ID}}</b> {{WORDS}}{{#DAYS}} · {{DAYS}}{{/DAYS}}{{#USUAL}} <span class="tag">[[customer.usual_place]]</span>{{/USUAL}}</li>{{/PLACE}}</ul></section>
{{#PHRASES}}<section aria-labelledby="words-title"><h2 id="words-title">[[customer.phrases]]</h2>
<ul class="told">{{#PHRASE}}<li><q>{{WORDS}}</q> → {{SKU}} <small>{{TIMES}}× · {{STATUS}}</small></li>{{/PHRASE}}</ul></section>{{/PHRASES}}
{{#COLUMNS}}<section aria-labelledby="columns-title"><h2 id="columns-title">[[teach.columns]]</h2>
<ul class="told">{{#TAUGHT}}<li data-row><a href="{{URL}}">{{HEADING}}</a> → {{MEANS}} <span class="tag">{{STATE}}</span> <small>{{WHO}}, {{AT}}</small></li>
{{/TAUGHT}}</ul></section>{{/COLUMNS}}
</div>
</div>
