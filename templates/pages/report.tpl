<div class="headline"><h1>{{TITLE}}</h1> {{#OF_NOW}}<span class="count">[[report.of_now]]</span>{{/OF_NOW}}<nav aria-label="[[report.period]]">{{#USUAL}}<a href="{{URL}}"{{#CURRENT}} aria-current="page"{{/CURRENT}}>{{WORDS}}</a> {{/USUAL}}<a href="/reports" data-key="u">[[ui.reports]] <kbd>u</kbd></a></nav></div>
<form class="filters" method="get" action="/reports/{{NAME}}">
<label>[[report.from]] <input type="date" name="from" value="{{FROM}}" data-key="f"></label>
<label>[[report.to]] <input type="date" name="to" value="{{TO}}"></label>
{{#WAYS}}<label>[[report.by]] <select name="by">{{#CHOICE}}<option value="{{VALUE}}"{{#CHOSEN}} selected{{/CHOSEN}}>{{WORDS}}</option>{{/CHOICE}}</select></label>{{/WAYS}}
{{#FIGURES}}<label>[[report.figure]] <select name="figure">{{#CHOICE}}<option value="{{VALUE}}"{{#CHOSEN}} selected{{/CHOSEN}}>{{WORDS}}</option>{{/CHOICE}}</select></label>{{/FIGURES}}
<button>[[report.show]]</button>
<a class="button" href="{{CSV}}">[[report.as_csv]]</a> <a class="button" href="{{PDF}}">[[report.as_pdf]]</a></form>
{{#CHART}}<figure class="chart"><figcaption>[[report.chart]] {{FIGURE}}{{#CURRENCY}}, {{CURRENCY}}{{/CURRENCY}}{{#LEFT_OUT}} <small>(+{{LEFT_OUT}})</small>{{/LEFT_OUT}}</figcaption>
<svg viewBox="0 0 760 {{HEIGHT}}" width="760" height="{{HEIGHT}}" role="img" aria-label="[[report.chart]] {{FIGURE}}">
{{#BAR}}<svg x="0" y="{{TOP}}" width="292" height="24"><text x="0" y="17">{{LABEL}}</text></svg><rect x="{{X}}" y="{{Y}}" width="{{WIDTH}}" height="16" class="{{KIND}}"/><text x="760" y="{{BASE}}" class="figure">{{TEXT}}</text>
{{/BAR}}</svg></figure>{{/CHART}}
{{#EMPTY}}<p class="empty">[[report.nothing]]</p>{{/EMPTY}}
{{#TABLE}}<div class="wide" tabindex="0" role="region" aria-label="{{TITLE}}"><table class="report">
<thead><tr>{{#COLUMN}}<th scope="col" class="{{KIND}}">{{WORDS}}</th>{{/COLUMN}}</tr></thead>
<tbody>
{{#ROW}}<tr class="{{KIND}}">{{#CELL}}<td class="{{KIND}}">{{WORDS}}</td>{{/CELL}}</tr>
{{/ROW}}</tbody></table></div>{{/TABLE}}
{{#NOTE}}<p class="empty">{{WORDS}}</p>
{{/NOTE}}
