<div class="headline case"><a href="/complaints" data-key="u">← [[ui.complaints]] <kbd>u</kbd></a>
<h1>{{NUMBER}} <span class="of">· {{CUSTOMER}}</span></h1>
<span class="tag">{{STATE_WORDS}}</span>
<span class="due">[[ui.due]] {{DUE}}{{#LATE}} <strong class="late">[[ui.late]]</strong>{{/LATE}}</span>
<nav aria-label="[[ui.case_no]]"><a href="{{CASE_URL}}" data-key="o">{{CASE_NO}} <kbd>o</kbd></a></nav>
</div>
<div class="halves">
<section class="right" aria-labelledby="words-title">
<h2 id="words-title">[[ui.what_said_short]]</h2>
{{#SAID}}<p class="said"><q>{{WORDS}}</q></p>{{/SAID}}
<dl class="order"><div><dt>[[ui.cause]]</dt><dd>{{CAUSE}}{{#SUGGESTED}} <small>[[ui.suggested]]</small>{{/SUGGESTED}}{{#CAUSE_BY}} <small>{{CAUSE_BY}}</small>{{/CAUSE_BY}}</dd></div>
<div><dt>[[ui.owner]]</dt><dd>{{OWNER}}</dd></div><div><dt>[[ui.received]]</dt><dd>{{REGISTERED}}</dd></div>
<div><dt>[[ui.order]]</dt><dd>{{#ORDER}}<a href="{{URL}}">{{ORDER_NO}}</a> <small>{{OFFICIAL_NO}}</small>{{/ORDER}}{{#NO_ORDER}}[[ui.unknown]]{{/NO_ORDER}}</dd></div></dl>
<table class="lines">{{#LINE}}<tr><td>{{NUMBER}}</td><td>{{ITEM}}</td><td>{{NAME}}</td><td class="number">{{QUANTITY}}</td></tr>{{/LINE}}</table>
{{#CLOSED}}<p class="notice"><b>[[ui.outcome]]</b> <q>{{OUTCOME}}</q> <small>{{BY}} {{AT}}</small></p>{{/CLOSED}}
{{#LOOK_ONLY}}<p class="notice">[[ui.look_only]] ({{ROLE}})</p>{{/LOOK_ONLY}}
{{#ACTIONS}}<div class="actions">
{{#MAY_CONFIRM}}<form method="post" action="{{ACTION_CONFIRM}}"><input type="hidden" name="csrf" value="{{CSRF}}"><input type="hidden" name="version" value="{{VERSION}}"><button data-key="c">[[ui.send_receipt]] <kbd>c</kbd></button></form>{{/MAY_CONFIRM}}
{{#MAY_REPLACE}}<form method="post" action="{{ACTION_REPLACE}}"><input type="hidden" name="csrf" value="{{CSRF}}"><input type="hidden" name="version" value="{{VERSION}}"><button>[[ui.replace]]</button></form>{{/MAY_REPLACE}}
<form class="inline" method="post" action="{{ACTION_ASSIGN}}"><input type="hidden" name="csrf" value="{{CSRF}}"><input type="hidden" name="version" value="{{VERSION}}"><label>[[ui.owner]] <input name="owner" type="email" required maxlength="200" value="{{OWNER_NOW}}" data-key="i"></label><button>[[ui.pass_on]] <kbd>i</kbd></button></form>
<form class="inline" method="post" action="{{ACTION_CAUSE}}"><input type="hidden" name="csrf" value="{{CSRF}}"><input type="hidden" name="version" value="{{VERSION}}"><label>[[ui.cause]] <select name="cause">{{#CAUSE_CHOICE}}<option value="{{VALUE}}" {{#CHOSEN}}selected{{/CHOSEN}}>{{WORDS}}</option>{{/CAUSE_CHOICE}}</select></label><button>[[ui.save]]</button></form>
<form class="inline" method="post" action="{{ACTION_LINK}}"><input type="hidden" name="csrf" value="{{CSRF}}"><input type="hidden" name="version" value="{{VERSION}}"><label>[[ui.order]] <input name="order" required maxlength="60" size="14" value="{{ORDER_NOW}}"></label><label>[[ui.lines_list]] <input name="lines" maxlength="60" size="8" placeholder="1, 3"></label><button>[[ui.link]]</button></form>
<form class="inline" method="post" action="{{ACTION_NOTE}}"><input type="hidden" name="csrf" value="{{CSRF}}"><input type="hidden" name="version" value="{{VERSION}}"><label>[[ui.note]] <input name="text" required maxlength="2000" size="30" data-key="t"></label><button>[[ui.note_down]] <kbd>t</kbd></button></form>
<form class="inline" method="post" action="{{ACTION_CLOSE}}"><input type="hidden" name="csrf" value="{{CSRF}}"><input type="hidden" name="version" value="{{VERSION}}"><label>[[ui.outcome]] <input name="outcome" required maxlength="1000" size="30" data-key="d"></label><button class="main">[[ui.close]] <kbd>d</kbd></button></form>
</div>{{/ACTIONS}}
</section>
<section class="left" aria-labelledby="timeline-title">
<h2 id="timeline-title">[[ui.timeline]]</h2>
<ul class="told">{{#TOLD}}<li data-row><a href="{{URL}}">{{KIND}}</a> → {{TO}} <span class="tag">{{STATE}}</span></li>{{/TOLD}}</ul>
<ol class="timeline">{{#MOMENT}}<li><small>{{AT}}</small> <span>{{WORDS}}{{#WHO}} <small>{{WHO}}</small>{{/WHO}}{{#WHY}} <q>{{WHY}}</q>{{/WHY}}</span></li>
{{/MOMENT}}</ol>
</section>
</div>
