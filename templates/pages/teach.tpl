<div class="headline"><a href="{{CUSTOMER_URL}}" data-key="u">← {{CUSTOMER_NO}} <kbd>u</kbd></a> <h1>[[teach.title]]</h1> <span class="tag">{{STATE}}</span>{{#CASE_URL}} <a href="{{CASE_URL}}" data-key="o">[[ui.order]] <kbd>o</kbd></a>{{/CASE_URL}}</div>
<p class="big"><q>{{HEADING}}</q> [[teach.means]] <b>{{MEANS}}</b> <small>{{WHO}}, {{AT}}{{#USED}} · [[teach.used]]: {{WHO}}, {{AT}}{{/USED}}{{#ENDED}} · [[teach.ended]]: {{WHO}}, {{AT}}{{/ENDED}}</small></p>
{{#TRYING}}<p class="notice" role="status" data-again>[[teach.trying_now]] <a href="{{URL}}" data-key="r">[[ui.look_again]] <kbd>r</kbd></a></p>{{/TRYING}}
{{#TRIAL}}<p>{{SUM}}{{#UNREAD}} {{UNREAD}}{{/UNREAD}}</p>
<ul class="told">{{#DOCUMENT}}<li><b>{{CASE_NO}}</b>{{#FILE}} {{FILE}}{{/FILE}} · [[teach.lines]] {{LINES}} · [[teach.values]] {{VALUES}}{{#SAMPLES}} · <q>{{SAMPLES}}</q>{{/SAMPLES}}</li>
{{/DOCUMENT}}</ul>{{/TRIAL}}
{{#BY_ANOTHER}}<p class="notice">[[teach.by_another]]</p>{{/BY_ANOTHER}}
<div class="actions">{{#MAY_USE}}<form method="post" action="{{ACTION}}"><input type="hidden" name="csrf" value="{{CSRF}}"><button class="main" data-key="a">[[teach.use]] <kbd>a</kbd></button></form>{{/MAY_USE}}
{{#MAY_END}}<form method="post" action="{{ACTION}}"><input type="hidden" name="csrf" value="{{CSRF}}"><button class="danger" data-key="z">[[teach.end]] <kbd>z</kbd></button></form>{{/MAY_END}}</div>
