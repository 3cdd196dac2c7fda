<div class="headline"><h1>[[ui.queue]]</h1> <span class="count">{{WAITING}}</span></div>
<nav class="choice" aria-label="[[filter.kept]]">{{#TAB}}<a class="button" href="{{URL}}"{{#CURRENT}} aria-current="page"{{/CURRENT}}>{{WORDS}}{{#OF}} <small>{{OF}}</small>{{/OF}}</a> {{/TAB}}</nav>
<form class="filters" method="get" action="/queue" role="search" aria-label="[[ui.filters]]">
<label>[[ui.text]] <input name="text" value="{{TEXT}}" maxlength="200" placeholder="[[ui.filter_hint]]" data-key="f"></label>
<label>[[ui.customer_no]] <input name="customer" value="{{CUSTOMER_NO}}" maxlength="60" size="10"></label>
<label>[[ui.reason]] <select name="check"><option value="">[[ui.all]]</option>{{#CHECK_CHOICE}}<option value="{{VALUE}}" {{#CHOSEN}}selected{{/CHOSEN}}>{{WORDS}}</option>{{/CHECK_CHOICE}}</select></label>
<label>[[ui.state]] <select name="state"><option value="">[[ui.all]]</option>{{#STATE_CHOICE}}<option value="{{VALUE}}" {{#CHOSEN}}selected{{/CHOSEN}}>{{WORDS}}</option>{{/STATE_CHOICE}}</select></label>
{{#CLAIMED_BY}}<input type="hidden" name="claimed_by" value="{{CLAIMED_BY}}">{{/CLAIMED_BY}}<button>[[ui.filter]]</button>
{{#FILTERED}}<a class="button" href="/queue">[[ui.clear]]</a>{{/FILTERED}}
</form>
{{#FILTERED}}<div class="keep">{{#KEPT}}<form method="post" action="/filters/remove"><input type="hidden" name="csrf" value="{{CSRF}}"><input type="hidden" name="name" value="{{KEPT}}"><button class="quiet">[[filter.remove]]: {{KEPT}}</button></form>{{/KEPT}}<details class="more"><summary>[[filter.keep]]</summary><form method="post" action="/filters"><input type="hidden" name="csrf" value="{{CSRF}}"><input type="hidden" name="query" value="{{QUERY}}"><label>[[filter.name]] <input name="name" required maxlength="60" value="{{#KEPT}}{{KEPT}}{{/KEPT}}"></label>{{#MAY_SHARE}}<label class="check"><input type="checkbox" name="shared" value="on"> [[filter.shared]]</label>{{/MAY_SHARE}}<button>[[ui.save]]</button></form></details></div>{{/FILTERED}}
{{#EMPTY}}<p class="empty">[[ui.nothing_waits]]</p>{{/EMPTY}}
{{#TABLE}}<div class="wide"><table class="queue">
<thead><tr><th scope="col">[[ui.customer]]</th><th scope="col">[[ui.order]]</th><th scope="col">[[ui.reason]]</th><th scope="col" class="number">[[ui.stake]]</th><th scope="col" class="number">[[ui.net]]</th><th scope="col" class="number">[[ui.age]]</th><th scope="col">[[ui.due]]</th><th scope="col">[[ui.channel]]</th><th scope="col">[[ui.claimed_by]]</th></tr></thead>
<tbody>
{{#ROW}}<tr data-row><td><span class="customer">{{CUSTOMER}}</span> <small>{{CUSTOMER_NO}}</small></td><td><a href="{{URL}}">{{ORDER}}</a></td><td>{{REASON}}{{#MORE}} <small>{{MORE}}</small>{{/MORE}}{{#STATE}} <span class="tag">{{STATE}}</span>{{/STATE}}{{#ALIKE}} <a class="tag" href="{{URL}}">{{WORDS}}</a>{{/ALIKE}}</td><td class="number">{{STAKE}}</td><td class="number">{{NET}}</td><td class="number"><span title="{{RECEIVED}}">{{AGE}}</span></td><td>{{#LATE}}<strong class="late">[[ui.late]]</strong> {{/LATE}}{{DUE}}</td><td>{{CHANNEL}}</td><td>{{CLAIMED_BY}}</td></tr>
{{/ROW}}</tbody></table></div>{{/TABLE}}
<nav class="pages" aria-label="[[ui.pages]]">{{#FIRST}}<a class="button" href="{{FIRST}}">[[ui.first_page]]</a>{{/FIRST}} {{#NEXT}}<a class="button" href="{{NEXT}}" rel="next" data-key="n">[[ui.next_page]]</a>{{/NEXT}}</nav>
