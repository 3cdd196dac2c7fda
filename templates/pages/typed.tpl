<script src="[[=grid]]" defer></script>
<div class="headline"><h1>[[typed.title]]</h1> <small>[[typed.hint]]</small></div>
{{#REFUSED}}<p class="notice" role="alert">{{REFUSED}}</p>{{/REFUSED}}
<form class="typed" method="post" action="/typed" data-check="/typed/check" autocomplete="off"><input type="hidden" name="csrf" value="{{CSRF}}"><input type="hidden" name="once" value="{{ONCE}}">
<div class="filters">
<label>[[typed.by]] <select name="by">{{#BY_CHOICE}}<option value="{{VALUE}}"{{#CHOSEN}} selected{{/CHOSEN}}>{{WORDS}}</option>{{/BY_CHOICE}}</select></label>
<label>[[ui.customer]] <input name="customer" value="{{CUSTOMER}}" maxlength="100" required placeholder="[[typed.customer_hint]]" data-key="c"></label>
<label>[[typed.caller]] <input name="caller" value="{{CALLER}}" maxlength="100"></label>
<label>[[typed.number]] <input name="number" value="{{NUMBER}}" maxlength="60" size="14"></label>
<label>[[ui.requested]] <input name="requested" value="{{REQUESTED}}" maxlength="20" size="11"></label>
<label>[[ui.ship_to]] <select name="ship_to"><option value="">[[typed.usual]]</option>{{#SHIP_TO_CHOICE}}<option value="{{VALUE}}"{{#CHOSEN}} selected{{/CHOSEN}}>{{WORDS}}</option>{{/SHIP_TO_CHOICE}}</select></label>
<label>[[ui.note]] <input name="note" value="{{NOTE}}" maxlength="500" size="26"></label>
</div>
<div id="whose">{{#CUSTOMER_NAME}}<p><strong>{{CUSTOMER_NAME}}</strong></p>{{/CUSTOMER_NAME}}{{#UNKNOWN_CUSTOMER}}<p class="problem">[[typed.unknown_customer]]: {{UNKNOWN_CUSTOMER}}</p>{{/UNKNOWN_CUSTOMER}}{{#HEAD_FAULT}}<p class="problem">[[refused.bad_value]] ({{HEAD_FAULT}})</p>{{/HEAD_FAULT}}{{#WHICH_CUSTOMER}}<p>[[typed.which_customer]] {{#CANDIDATE}}<button name="pick" value="{{NO}}" formaction="/typed/check" formnovalidate>{{NAME}} <small>{{NO}}</small></button> {{/CANDIDATE}}</p>{{/WHICH_CUSTOMER}}</div>
<div class="wide"><table class="grid">
<thead><tr><th scope="col"><span class="unseen">[[ui.line]]</span></th><th scope="col">[[ui.item]]</th><th scope="col">[[ui.quantity]]</th><th scope="col">[[typed.unit]]</th><th scope="col">[[ui.price]]</th><th scope="col">[[ui.requested]]</th><th scope="col">[[ui.note]]</th><th scope="col">[[typed.seen]]</th></tr></thead>
<tbody>
{{#ROW}}<tr data-line><th scope="row">{{N}}</th><td><input name="item" value="{{ITEM}}" maxlength="100" size="18" aria-label="[[ui.item]] {{N}}"></td><td><input name="quantity" value="{{QUANTITY}}" maxlength="20" size="7" inputmode="decimal" aria-label="[[ui.quantity]] {{N}}"></td><td><input name="unit" value="{{UNIT}}" maxlength="20" size="7" aria-label="[[typed.unit]] {{N}}"></td><td><input name="price" value="{{PRICE}}" maxlength="20" size="8" inputmode="decimal" aria-label="[[ui.price]] {{N}}"></td><td><input name="date" value="{{DATE}}" maxlength="20" size="10" aria-label="[[ui.requested]] {{N}}"></td><td><input name="remark" value="{{REMARK}}" maxlength="300" size="12" aria-label="[[ui.note]] {{N}}"></td><td class="seen">{{#SEEN}}<span class="agreed">{{SEEN}}</span>{{/SEEN}}{{#AT}} <small>{{AT}}</small>{{/AT}}{{#FAULT}} <span class="problem">[[refused.bad_value]] ({{FAULT}})</span>{{/FAULT}}{{#FINDING}} <span class="problem">{{CHECK}}{{#ORDERED}}: <span class="ordered">{{ORDERED}}</span>{{/ORDERED}}{{#AGREED}} → <span class="agreed">{{AGREED}}</span>{{/AGREED}}</span>{{/FINDING}}</td></tr>
{{/ROW}}</tbody></table></div>
<div id="verdict" role="status">{{#OPEN}}<p><strong>{{OPEN}}</strong> · [[typed.total]] {{TOTAL}}</p>{{/OPEN}}<ul>{{#OF_ORDER}}<li class="problem">{{CHECK}}{{#ORDERED}}: <span class="ordered">{{ORDERED}}</span>{{/ORDERED}}{{#AGREED}} → <span class="agreed">{{AGREED}}</span>{{/AGREED}}</li>{{/OF_ORDER}}</ul></div>
<div class="actions"><button class="main" data-key="Enter">[[typed.take]] <kbd>Ctrl</kbd><kbd>Enter</kbd></button> <button formaction="/typed/check" formnovalidate>[[typed.check]]</button> <small>[[typed.two_persons]]</small></div>
</form>
<div id="last">{{#LAST_ORDERS}}<h2>[[typed.last_orders]]</h2><ul>{{#LAST}}<li><a href="{{URL}}">[[typed.again]] {{ORDER}}</a> <small>{{RECEIVED}}{{#NET}} · {{NET}}{{/NET}}</small></li>{{/LAST}}</ul>{{/LAST_ORDERS}}</div>
