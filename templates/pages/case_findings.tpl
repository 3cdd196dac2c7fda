<h2 id="findings-title">[[ui.findings]] <small>{{OPEN_COUNT}}</small></h2>
{{#LOOK_ONLY}}<p class="notice">[[ui.look_only]] ({{ROLE}})</p>{{/LOOK_ONLY}}
<div class="findings">
{{#FINDING}}<details class="finding {{STATUS}} {{SEVERITY}}" name="finding" data-finding data-status="{{STATUS}}" data-marks="{{MARKS}}" {{#CURRENT}}open{{/CURRENT}}>
<summary><span class="severity" role="img" aria-label="{{SEVERITY_WORDS}}" title="{{SEVERITY_WORDS}}">{{SEVERITY_MARKS}}</span> <span class="what"><b>{{SENTENCE}}</b> <span class="about">{{ABOUT}}</span></span>{{#RESOLVED}} <span class="decided"><span aria-hidden="true">✓</span> {{WORDS}}</span>{{/RESOLVED}}{{#UNEQUAL}} <span class="pair"><span class="ordered">{{#ORDERED}}{{ORDERED}}{{/ORDERED}}</span> <span aria-label="[[ui.not_equal]]">≠</span> <span class="agreed">{{#AGREED}}{{AGREED}}{{/AGREED}}</span></span>{{/UNEQUAL}}</summary>
<div class="body">
<dl class="facts">
{{#ORDERED}}<div class="big ordered"><dt>[[ui.ordered]]</dt><dd>{{ORDERED}}</dd></div>{{/ORDERED}}
{{#AGREED}}<div class="big agreed"><dt>[[ui.agreed]]</dt><dd>{{AGREED}}</dd></div>{{/AGREED}}
{{#DIFFERENCE}}<div><dt>[[ui.difference]]</dt><dd>{{DIFFERENCE}}</dd></div>{{/DIFFERENCE}}
{{#MONEY}}<div><dt>[[ui.stake]]</dt><dd>{{MONEY}}</dd></div>{{/MONEY}}
{{#CLAUSE}}<div class="long"><dt>[[ui.clause]]</dt><dd>{{CLAUSE}}</dd></div>{{/CLAUSE}}
{{#QUOTE}}<div class="long"><dt>[[ui.quote]]</dt><dd><q>{{QUOTE}}</q>{{#SOURCE}} <a href="#{{SOURCE}}" data-show>[[ui.show]]</a>{{/SOURCE}}{{#WHERE}} <small>{{WHERE}}</small>{{/WHERE}}</dd></div>{{/QUOTE}}
{{#PASSES}}<div class="long"><dt>[[ui.passes]]</dt><dd>{{PASSES}}</dd></div>{{/PASSES}}
</dl>
{{#RESOLVED}}<div class="resolved"><b>{{WORDS}}</b> – {{BY}}, {{AT}}{{#WHY}} · <q>{{WHY}}</q>{{/WHY}}
{{#UNDO}}<form method="post" action="{{ACTION}}"><input type="hidden" name="csrf" value="{{CSRF}}"><input type="hidden" name="version" value="{{VERSION}}"><input type="hidden" name="queue" value="{{QUEUE_QUERY}}"><input type="hidden" name="finding" value="{{INDEX}}"><button class="quiet" {{#UNDO_KEY}}data-key="z" data-anywhere{{/UNDO_KEY}}>[[ui.take_back]]{{#UNDO_KEY}} <kbd>z</kbd>{{/UNDO_KEY}}</button></form>{{/UNDO}}</div>{{/RESOLVED}}
<div class="ways">
{{#WAY}}{{#FORM}}<form class="way" method="post" action="{{ACTION}}"><input type="hidden" name="csrf" value="{{CSRF}}"><input type="hidden" name="version" value="{{VERSION}}"><input type="hidden" name="queue" value="{{QUEUE_QUERY}}"><input type="hidden" name="finding" value="{{INDEX}}"><input type="hidden" name="resolution" value="{{RESOLUTION}}">
{{#CORRECT}}<input type="hidden" name="field" value="{{FIELD}}">{{#LINE}}<input type="hidden" name="line" value="{{LINE}}">{{/LINE}}{{/CORRECT}}<button class="{{#SUGGESTED}}main{{/SUGGESTED}}" {{#OFF}}disabled{{/OFF}} {{#KEY}}data-key="{{KEY}}"{{/KEY}}>{{WORDS}}{{#KEY}} <kbd>{{KEY}}</kbd>{{/KEY}}</button>
<div class="then">{{#REASON}}<label><span class="unseen">[[ui.why]]</span><input name="reason" required maxlength="500" placeholder="[[ui.why]]"></label>{{/REASON}}{{#QUESTION}}<label><span class="unseen">[[ui.own_words]]</span><input name="text" maxlength="2000" placeholder="[[ui.own_words]]"></label>{{/QUESTION}}{{#CORRECT}}{{#SHIP_TO_CHOICE}}<label><span class="unseen">{{FIELD_WORDS}}</span><select name="value">{{#OPTION}}<option value="{{VALUE}}" {{#CHOSEN}}selected{{/CHOSEN}}>{{WORDS}}</option>{{/OPTION}}</select></label>{{/SHIP_TO_CHOICE}}{{#INPUT}}<label><span class="unseen">{{FIELD_WORDS}}</span><input name="value" required maxlength="200" value="{{VALUE}}" placeholder="{{FIELD_WORDS}}" {{#LIST}}list="items"{{/LIST}}></label>{{/INPUT}}{{/CORRECT}}<span>{{THEN}}{{#LEAD_ONLY}} <b>[[ui.lead_only]]</b>{{/LEAD_ONLY}}</span></div>
</form>{{/FORM}}{{/WAY}}
</div>
</div></details>
{{/FINDING}}</div>
<div class="actions">
{{#REVIEW}}{{#RELEASE}}<form method="post" action="{{ACTION_RELEASE}}"><input type="hidden" name="csrf" value="{{CSRF}}"><input type="hidden" name="version" value="{{VERSION}}"><input type="hidden" name="queue" value="{{QUEUE_QUERY}}"><button class="main" data-key="Enter">[[ui.release]] <kbd>Enter</kbd></button></form>{{/RELEASE}}{{#NOT_YET}}<button class="main" disabled>[[ui.release]] <kbd>Enter</kbd></button> <small>{{WORDS}}</small>{{/NOT_YET}}
<details class="more"><summary>[[ui.ask_free]]</summary><form method="post" action="{{ACTION_ASK}}"><input type="hidden" name="csrf" value="{{CSRF}}"><input type="hidden" name="version" value="{{VERSION}}"><input type="hidden" name="queue" value="{{QUEUE_QUERY}}"><label>[[ui.question]] <textarea name="text" required maxlength="4000" rows="3"></textarea></label><button>[[way.ask]]</button></form></details>
<details class="more"><summary>[[ui.correct_any]]</summary><form method="post" action="{{ACTION_CORRECT}}"><input type="hidden" name="csrf" value="{{CSRF}}"><input type="hidden" name="version" value="{{VERSION}}"><input type="hidden" name="queue" value="{{QUEUE_QUERY}}"><label>[[ui.field]] <select name="field">{{#FIELD_CHOICE}}<option value="{{VALUE}}">{{WORDS}}</option>{{/FIELD_CHOICE}}</select></label><label>[[ui.line]] <select name="line"><option value="">–</option>{{#LINE_CHOICE}}<option value="{{VALUE}}">{{WORDS}}</option>{{/LINE_CHOICE}}</select></label><label>[[ui.value]] <input name="value" required maxlength="200" list="items"></label><button>[[way.correct]]</button></form></details>
<details class="more"><summary>[[ui.reject_order]]</summary><form method="post" action="{{ACTION_REJECT}}"><input type="hidden" name="csrf" value="{{CSRF}}"><input type="hidden" name="version" value="{{VERSION}}"><input type="hidden" name="queue" value="{{QUEUE_QUERY}}"><label>[[ui.why]] <input name="reason" required maxlength="500"></label><button class="danger">[[ui.reject_order]]</button></form></details>{{/REVIEW}}
{{#SECOND}}<form method="post" action="{{ACTION_APPROVE}}"><input type="hidden" name="csrf" value="{{CSRF}}"><input type="hidden" name="version" value="{{VERSION}}"><input type="hidden" name="queue" value="{{QUEUE_QUERY}}"><button class="main" data-key="a">[[ui.approve]] <kbd>a</kbd></button></form>
<form class="inline" method="post" action="{{ACTION_REFUSE}}"><input type="hidden" name="csrf" value="{{CSRF}}"><input type="hidden" name="version" value="{{VERSION}}"><input type="hidden" name="queue" value="{{QUEUE_QUERY}}"><label><span class="unseen">[[ui.why]]</span><input name="reason" required maxlength="500" placeholder="[[ui.why]]"></label><button data-key="r">[[ui.send_back]] <kbd>r</kbd></button></form>{{/SECOND}}
{{#SECOND_BY_ANOTHER}}<p class="notice">[[ui.second_by_another]]</p>{{/SECOND_BY_ANOTHER}}
{{#HELD}}<p class="notice">[[ui.held]]</p>{{/HELD}}
{{#WAITING_CUSTOMER}}<form method="post" action="{{ACTION_ANSWERED}}"><input type="hidden" name="csrf" value="{{CSRF}}"><input type="hidden" name="version" value="{{VERSION}}"><input type="hidden" name="queue" value="{{QUEUE_QUERY}}"><label>[[ui.what_said]] <textarea name="text" required maxlength="4000" rows="2"></textarea></label><button class="main">[[ui.note_answer]]</button></form>{{/WAITING_CUSTOMER}}
</div>
<datalist id="items">{{#KNOWN_ITEM}}<option value="{{SKU}}">{{NAME}}</option>{{/KNOWN_ITEM}}</datalist>
