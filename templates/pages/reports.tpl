<div class="headline"><h1>[[ui.reports]]</h1></div>
<ul class="choices">
{{#REPORT}}<li data-row><a href="{{URL}}">{{TITLE}}</a></li>
{{/REPORT}}</ul>
<h2>[[ui.indicators]]</h2>
<ul class="choices">
{{#INDICATOR}}<li data-row><a href="{{URL}}">{{TITLE}}</a>{{#TARGET}} <small>{{TARGET}}</small>{{/TARGET}}</li>
{{/INDICATOR}}</ul>
