<div class="headline"><h1>[[alike.done]]</h1> <span class="count">{{RELEASED}}</span> <a class="button main" href="/queue" data-key="Enter">[[ui.to_queue]] <kbd>Enter</kbd></a></div>
{{#HELD_ALIKE}}<form method="post" action="/alike/take_back"><input type="hidden" name="csrf" value="{{CSRF}}">{{#TICKED}}<input type="hidden" name="case" value="{{TICK}}">{{/TICKED}}<p role="status">[[alike.leaves]] <button data-key="r">[[alike.take_all_back]] <kbd>r</kbd></button></p></form>{{/HELD_ALIKE}}
<div class="wide" tabindex="0" role="region" aria-label="[[ui.orders]]"><table class="alike">
<thead><tr><th scope="col">[[ui.order]]</th><th scope="col">[[alike.became]]</th><th scope="col">[[ui.state]]</th><th scope="col">[[ui.reason]]</th></tr></thead>
<tbody>
{{#ROW}}<tr data-row><td><a href="{{URL}}">{{ORDER}}</a></td><td>{{DONE}}</td><td>{{STATE}}</td><td>{{#BECAUSE}}{{BECAUSE}}{{/BECAUSE}}</td></tr>
{{/ROW}}</tbody></table></div>
