<div class="headline"><h1>[[ui.orders]]</h1></div>
<form class="filters" method="get" action="/orders" role="search" aria-label="[[ui.search]]">
<label>[[ui.text]] <input name="text" value="{{TEXT}}" maxlength="200" placeholder="[[ui.search_hint]]" size="40"></label>
<button>[[ui.search]]</button></form>
{{#EXACT}}<p><a class="button" href="{{EXACT}}">[[ui.exact]]</a></p>{{/EXACT}}
{{#EMPTY}}<p class="empty">[[ui.nothing_found]]</p>{{/EMPTY}}
{{#TABLE}}<div class="wide"><table class="queue">
<thead><tr><th scope="col">[[ui.customer]]</th><th scope="col">[[ui.order]]</th><th scope="col">[[ui.case_no]]</th><th scope="col">[[ui.state]]</th><th scope="col" class="number">[[ui.net]]</th><th scope="col">[[ui.received]]</th><th scope="col">[[ui.channel]]</th></tr></thead>
<tbody>
{{#ROW}}<tr data-row><td><span class="customer">{{CUSTOMER}}</span> <small>{{CUSTOMER_NO}}</small></td><td><a href="{{URL}}">{{ORDER}}</a></td><td>{{CASE_NO}}</td><td>{{STATE_WORDS}}</td><td class="number">{{NET}}</td><td>{{RECEIVED}}</td><td>{{CHANNEL}}</td></tr>
{{/ROW}}</tbody></table></div>{{/TABLE}}
