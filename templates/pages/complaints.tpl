<div class="headline"><h1>[[ui.complaints]]</h1></div>
<form class="filters" method="get" action="/complaints" role="search" aria-label="[[ui.filters]]">
<label>[[ui.customer_no]] <input name="customer" value="{{CUSTOMER_NO}}" maxlength="60" size="10" data-key="f"></label>
<label>[[ui.state]] <select name="state"><option value="">[[ui.not_closed]]</option>{{#STATE_CHOICE}}<option value="{{VALUE}}" {{#CHOSEN}}selected{{/CHOSEN}}>{{WORDS}}</option>{{/STATE_CHOICE}}</select></label>
<button>[[ui.filter]]</button>
{{#FILTERED}}<a class="button" href="/complaints">[[ui.clear]]</a>{{/FILTERED}}</form>
{{#EMPTY}}<p class="empty">[[ui.no_complaints]]</p>{{/EMPTY}}
{{#TABLE}}<div class="wide"><table class="queue">
<thead><tr><th scope="col">[[ui.customer]]</th><th scope="col">[[class.complaint]]</th><th scope="col">[[ui.about]]</th><th scope="col">[[ui.state]]</th><th scope="col">[[ui.due]]</th><th scope="col">[[ui.owner]]</th><th scope="col" class="number">[[ui.age]]</th></tr></thead>
<tbody>
{{#ROW}}<tr data-row><td><span class="customer">{{CUSTOMER}}</span> <small>{{CUSTOMER_NO}}</small></td><td><a href="{{URL}}">{{NUMBER}}</a></td><td>{{CAUSE}} <small>{{LINES}}</small></td><td>{{STATE_WORDS}}</td><td>{{#LATE}}<strong class="late">[[ui.late]]</strong> {{/LATE}}{{DUE}}</td><td>{{OWNER}}</td><td class="number">{{AGE}}</td></tr>
{{/ROW}}</tbody></table></div>{{/TABLE}}
<nav class="pages" aria-label="[[ui.pages]]">{{#FIRST}}<a class="button" href="{{FIRST}}">[[ui.first_page]]</a>{{/FIRST}} {{#NEXT}}<a class="button" href="{{NEXT}}" rel="next" data-key="n">[[ui.next_page]] <kbd>n</kbd></a>{{/NEXT}}</nav>
