<div class="headline case"><a href="/orders" data-key="u">← [[ui.to_orders]] <kbd>u</kbd></a>
<h1>{{HEADING}} <span class="of">· {{#CUSTOMER}}<a href="{{URL}}">{{NAME}}</a>{{/CUSTOMER}}{{#NOBODY}}{{NOBODY}}{{/NOBODY}}</span></h1>
<span class="tag">{{STATE}}</span>{{#KIND}}<span class="tag">{{KIND}}</span>{{/KIND}}
<small>{{CASE_NO}}{{#OFFICIAL_NO}} · {{OFFICIAL_NO}}{{/OFFICIAL_NO}}{{#REVISION}} · {{REVISION}}{{/REVISION}}</small>
<nav aria-label="[[ui.case_no]]">{{#AGAIN}}<a href="{{AGAIN}}" data-key="a">[[typed.again_all]] <kbd>a</kbd></a> {{/AGAIN}}<a href="{{CASE_URL}}" data-key="o">[[ui.open_case]] <kbd>o</kbd></a></nav>
</div>
<div class="halves">
<section class="right" aria-labelledby="told-title">
<h2 id="told-title">[[ui.told]]</h2>
{{#NOTHING_TOLD}}<p class="empty">[[ui.nothing_told]]</p>{{/NOTHING_TOLD}}
<ul class="told">{{#TOLD}}<li data-row><a href="{{URL}}">{{KIND}}</a> → {{TO}} <span class="tag">{{STATE}}</span> <small>{{AT}}</small></li>{{/TOLD}}</ul>
{{#LOOK_ONLY}}<p class="notice">[[ui.look_only]] ({{ROLE}})</p>{{/LOOK_ONLY}}
{{#ACTIONS}}<div class="actions">
{{#UNDO}}<form method="post" action="{{ACTION_TAKE_BACK}}"><input type="hidden" name="csrf" value="{{CSRF}}"><input type="hidden" name="version" value="{{VERSION}}"><input type="hidden" name="answer" value="{{ANSWER}}"><button class="main" data-key="z">[[ui.take_back]] <kbd>z</kbd></button> <small>{{KIND}} [[ui.leaves_at]] {{AT}}</small></form>{{/UNDO}}
{{#MAY_RESEND}}<form method="post" action="{{ACTION_RESEND}}"><input type="hidden" name="csrf" value="{{CSRF}}"><input type="hidden" name="version" value="{{VERSION}}"><button data-key="s">[[ui.resend]] <kbd>s</kbd></button></form>{{/MAY_RESEND}}
{{#MAY_TELL}}<form method="post" action="{{ACTION_STATUS}}"><input type="hidden" name="csrf" value="{{CSRF}}"><input type="hidden" name="version" value="{{VERSION}}"><button data-key="w">[[ui.tell_status]] <kbd>w</kbd></button></form>{{/MAY_TELL}}
{{#MAY_REGISTER}}<form method="post" action="{{ACTION_REGISTER}}"><input type="hidden" name="csrf" value="{{CSRF}}"><input type="hidden" name="version" value="{{VERSION}}"><button>[[ui.register]]</button></form>{{/MAY_REGISTER}}
{{#MAY_ANSWER}}<form class="inline" method="post" action="{{ACTION_ANSWER}}"><input type="hidden" name="csrf" value="{{CSRF}}"><input type="hidden" name="version" value="{{VERSION}}"><label>[[ui.which_orders]] <input name="numbers" maxlength="400"></label><button>[[ui.answer_question]]</button></form>{{/MAY_ANSWER}}
<form class="inline" method="post" action="{{ACTION_NOTE}}"><input type="hidden" name="csrf" value="{{CSRF}}"><input type="hidden" name="version" value="{{VERSION}}"><label><span class="unseen">[[ui.note]]</span><input name="text" required maxlength="2000" size="26" placeholder="[[ui.note]]" data-key="t"></label><button>[[ui.note_down]] <kbd>t</kbd></button></form>
{{#MAY_PROMISE}}<details class="more"><summary>[[ui.not_promise]]</summary><form method="post" action="{{ACTION_PROMISE}}"><input type="hidden" name="csrf" value="{{CSRF}}"><input type="hidden" name="version" value="{{VERSION}}">
{{#PROMISE_LINE}}<input type="hidden" name="line" value="{{LINE}}"><label>{{WORDS}}: [[ui.new_date]] <input name="{{DATE_NAME}}" maxlength="20" size="12" placeholder="{{DATE_NOW}}"></label><label>{{WORDS}}: [[ui.new_quantity]] <input name="{{QUANTITY_NAME}}" maxlength="20" size="10" placeholder="{{QUANTITY_NOW}}"></label>{{/PROMISE_LINE}}
<label>[[ui.why]] <input name="reason" required maxlength="500"></label><button>[[ui.propose_anew]]</button></form></details>{{/MAY_PROMISE}}
{{#MAY_CANCEL}}<details class="more"><summary>[[ui.cancel_order]]</summary><form method="post" action="{{ACTION_CANCEL}}"><input type="hidden" name="csrf" value="{{CSRF}}"><input type="hidden" name="version" value="{{VERSION}}"><label>[[ui.why]] <input name="reason" required maxlength="500"></label><button class="danger">[[ui.cancel_order]]</button></form></details>{{/MAY_CANCEL}}
</div>{{/ACTIONS}}
<h2>[[ui.order]]</h2>
<dl class="order"><div><dt>[[ui.ship_to]]</dt><dd>{{SHIP_TO}}</dd></div><div><dt>[[ui.requested]]</dt><dd>{{REQUESTED}}</dd></div><div><dt>[[ui.net]]</dt><dd>{{NET}}</dd></div></dl>
{{#LINES}}<div class="wide"><table class="lines"><thead><tr><th scope="col">[[ui.line]]</th><th scope="col">[[ui.item]]</th><th scope="col">[[ui.name]]</th><th scope="col" class="number">[[ui.ordered]]</th><th scope="col" class="number">[[ui.confirmed]]</th><th scope="col">[[ui.promised]]</th><th scope="col" class="number">[[ui.delivered]]</th></tr></thead><tbody>
{{#LINE}}<tr><td>{{NUMBER}}</td><td>{{ITEM}}</td><td>{{NAME}}</td><td class="number">{{QUANTITY}}</td><td class="number">{{CONFIRMED}}</td><td>{{PROMISED}}</td><td class="number">{{DELIVERED}}</td></tr>
{{/LINE}}</tbody></table></div>{{/LINES}}
{{#DELIVERIES}}<h2>[[ui.deliveries]]</h2>
<ul class="told">{{#DELIVERY}}<li><b>{{NUMBER}}</b> <small>{{AT}}</small>{{#CARRIER}} {{CARRIER}}{{/CARRIER}}{{#ARRIVED}} · [[ui.arrived]] {{ARRIVED}}{{/ARRIVED}}{{#SIGNED_BY}} · [[ui.signed_by]] {{SIGNED_BY}}{{/SIGNED_BY}}{{#DIFFERENCES}} <q>{{DIFFERENCES}}</q>{{/DIFFERENCES}}</li>{{/DELIVERY}}
{{#REQUEST}}<li><b>{{NUMBER}}</b> [[ui.invoice_asked]] <small>{{AT}}</small>{{#INVOICE}} · [[ui.invoice]] {{INVOICE}}{{/INVOICE}}</li>{{/REQUEST}}</ul>{{/DELIVERIES}}
{{#TIED}}<h2>[[ui.tied]]</h2>
<ul class="told">{{#CASE}}<li data-row>{{TIE}}: <a href="{{URL}}">{{ORDER}}</a> <small>{{CASE_NO}}</small> <span class="tag">{{STATE_WORDS}}</span>{{#KIND}} <span class="tag">{{KIND}}</span>{{/KIND}} <small>{{RECEIVED}}</small></li>{{/CASE}}
{{#COMPLAINT}}<li data-row>[[class.complaint]]: <a href="{{URL}}">{{NUMBER}}</a> {{CAUSE}} <span class="tag">{{STATE}}</span> <small>[[ui.due]] {{DUE}}</small></li>{{/COMPLAINT}}</ul>{{/TIED}}
{{#AGREEMENTS}}<h2>[[ui.agreements]]</h2>
<ul class="told">{{#AGREEMENT}}<li><b>{{NUMBER}}</b> <small>{{VALID}}</small>{{#DELIVERY_TERMS}} · {{DELIVERY_TERMS}}{{/DELIVERY_TERMS}}{{#PAYMENT_TERMS}} · {{PAYMENT_TERMS}}{{/PAYMENT_TERMS}}</li>{{/AGREEMENT}}
{{#CLAUSE}}<li>{{WORDS}}</li>{{/CLAUSE}}</ul>{{/AGREEMENTS}}
</section>
<section class="left" aria-labelledby="timeline-title">
<h2 id="timeline-title">[[ui.timeline]]</h2>
<ol class="timeline">{{#MOMENT}}<li><small>{{AT}}</small> <span>{{WORDS}}{{#WHO}} <small>{{WHO}}</small>{{/WHO}}{{#WHY}} <q>{{WHY}}</q>{{/WHY}}{{#LINK}} <a href="{{URL}}">{{LINK_WORDS}}</a>{{/LINK}}</span></li>
{{/MOMENT}}</ol>
</section>
</div>
