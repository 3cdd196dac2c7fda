<div class="headline"><h1>[[access.title]]</h1></div>
<form class="filters" method="get" action="/access" role="search" aria-label="[[ui.filters]]">
<label>[[login.name]] <input name="login" value="{{LOGIN}}" maxlength="100" data-key="f"></label>
<label>[[access.path]] <input name="path" value="{{PATH}}" maxlength="200" placeholder="/case/42"></label>
<button>[[ui.filter]]</button></form>
{{#EMPTY}}<p class="empty">[[ui.nothing_found]]</p>{{/EMPTY}}
<div class="wide" tabindex="0" role="region" aria-label="[[access.title]]"><table>
<thead><tr><th scope="col">[[access.when]]</th><th scope="col">[[login.name]]</th><th scope="col">[[access.from]]</th><th scope="col">[[access.path]]</th><th scope="col" class="number">[[access.status]]</th></tr></thead>
<tbody>{{#ROW}}<tr><td>{{AT}}</td><td>{{LOGIN}} <small>{{ROLE}}</small></td><td>{{ADDRESS}}</td><td>{{DEED}} {{PATH}}</td><td class="number">{{STATUS}}</td></tr>
{{/ROW}}</tbody></table></div>
<nav class="pages" aria-label="[[ui.pages]]">{{#NEXT}}<a class="button" href="{{NEXT}}" rel="next" data-key="n">[[ui.next_page]]</a>{{/NEXT}}</nav>
