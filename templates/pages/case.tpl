<div class="headline case"><a href="{{QUEUE_URL}}" data-key="u">← [[ui.to_queue]] <kbd>u</kbd></a>
<h1>{{HEADING}} <span class="of">· {{#CUSTOMER}}<a href="{{URL}}">{{NAME}}</a>{{/CUSTOMER}}{{#NOBODY}}{{NOBODY}}{{/NOBODY}}</span></h1>
<span class="tag">{{STATE}}</span>
{{#DUE}}<span class="due">[[ui.due]] {{AT}}{{#LATE}} <strong class="late">[[ui.late]]</strong>{{/LATE}}</span>{{/DUE}}
{{#ALIKE}}<a class="tag" href="{{URL}}" data-key="l">{{WORDS}} <kbd>l</kbd></a>{{/ALIKE}}
<a href="/order/{{CASE_ID}}" data-key="t">[[ui.timeline]] <kbd>t</kbd></a>
<small>{{CASE_NO}}{{#OFFICIAL_NO}} · {{OFFICIAL_NO}}{{/OFFICIAL_NO}}</small>
{{#CLAIMED_BY}}<span class="tag warn">[[ui.claimed_by]]: {{CLAIMED_BY}}</span>{{/CLAIMED_BY}}
{{#MINE}}<span class="tag">[[ui.mine]]</span>{{/MINE}}
{{#MAY_CLAIM}}<form method="post" action="{{ACTION_CLAIM}}"><input type="hidden" name="csrf" value="{{CSRF}}"><input type="hidden" name="version" value="{{VERSION}}"><input type="hidden" name="queue" value="{{QUEUE_QUERY}}"><button class="quiet" data-key="i">[[ui.claim]] <kbd>i</kbd></button></form>{{/MAY_CLAIM}}
<nav aria-label="[[ui.neighbours]]">{{#PREVIOUS}}<a href="{{PREVIOUS}}" rel="prev" data-key="p">[[ui.previous]] <kbd>p</kbd></a>{{/PREVIOUS}} {{#NEXT}}<a href="{{NEXT}}" rel="next" data-key="n">[[ui.next]] <kbd>n</kbd></a>{{/NEXT}}</nav>
</div>
{{#DECIDED}}<form class="held" method="post" action="{{ACTION}}"><input type="hidden" name="csrf" value="{{CSRF}}"><input type="hidden" name="version" value="0"><input type="hidden" name="queue" value="{{QUEUE_QUERY}}"><span role="status">{{WORDS}}</span>{{#MAY_TAKE_BACK}} <button data-key="z">[[ui.take_back]] <kbd>z</kbd></button>{{/MAY_TAKE_BACK}}</form>{{/DECIDED}}
<div class="halves">
<section class="right" aria-labelledby="findings-title">
[[>case_findings]]
[[>case_order]]
</section>
<section class="left" aria-labelledby="source-title">
[[>case_source]]
</section>
</div>
