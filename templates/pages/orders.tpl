<div class="headline"><h1>[[ui.orders]]</h1></div>
<form class="filters" method="get" action="/orders" role="search" aria-label="[[ui.search]]">
<label>[[ui.find_by]] <input name="text" value="{{TEXT}}" maxlength="200" placeholder="[[ui.find_hint]]" size="56" data-key="f"></label>
<label>[[ui.customer_no]] <input name="customer" value="{{CUSTOMER_NO}}" maxlength="60" size="10"></label>
<button>[[ui.search]]</button>
{{#FILTERED}}<a class="button" href="/orders">[[ui.clear]]</a>{{/FILTERED}}</form>
{{#EMPTY}}<p class="empty">[[ui.nothing_found]]</p>{{/EMPTY}}
{{#TABLE}}<div class="wide"><table class="queue">
<thead><tr><th scope="col">[[ui.customer]]</th><th scope="col">[[ui.order]]</th><th scope="col">[[ui.state]]</th><th scope="col">[[ui.our_no]]</th><th scope="col">[[ui.case_no]]</th><th scope="col" class="number">[[ui.net]]</th><th scope="col">[[ui.received]]</th><th scope="col">[[ui.channel]]</th></tr></thead>
<tbody>
{{#ROW}}<tr data-row><td><span class="customer">{{CUSTOMER}}</span> <small>{{CUSTOMER_NO}}</small></td><td><a href="{{URL}}">{{ORDER}}</a></td><td>{{STATE_WORDS}}{{#KIND}} <span class="tag">{{KIND}}</span>{{/KIND}}</td><td>{{OFFICIAL_NO}}</td><td>{{CASE_NO}}</td><td class="number">{{NET}}</td><td>{{RECEIVED}}</td><td>{{CHANNEL}}</td></tr>
{{/ROW}}</tbody></table></div>{{/TABLE}}
<nav class="pages" aria-label="[[ui.pages]]">{{#FIRST}}<a class="button" href="{{FIRST}}">[[ui.first_page]]</a>{{/FIRST}} {{#NEXT}}<a class="button" href="{{NEXT}}" rel="next" data-key="n">[[ui.next_page]] <kbd>n</kbd></a>{{/NEXT}}</nav>
