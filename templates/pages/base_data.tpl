<div class="headline"><h1>[[base_data.title]]</h1></div>
{{#LOOK_ONLY}}<p class="notice">[[ui.look_only]] ({{ROLE}})</p>{{/LOOK_ONLY}}
{{#SHEET}}<section aria-labelledby="sheet-title"><h2 id="sheet-title">[[base_data.bring]]</h2>
<p>[[base_data.hint]]</p>
<form method="post" action="/base-data/preview"><input type="hidden" name="csrf" value="{{CSRF}}">
<div class="filters"><label>[[base_data.table]] <select name="table" data-key="f">{{#TABLE_CHOICE}}<option value="{{VALUE}}" {{#CHOSEN}}selected{{/CHOSEN}}>{{WORDS}}</option>{{/TABLE_CHOICE}}</select></label>
<label>[[base_data.from]] <input name="from" value="{{FROM}}" maxlength="20" size="12"></label>
<button class="quiet" formmethod="get" formaction="/base-data/export" formnovalidate>[[base_data.export]]</button></div>
<p><label class="check"><input type="checkbox" name="complete" value="on" {{#COMPLETE}}checked{{/COMPLETE}}> [[base_data.complete]]</label></p>
<label>[[base_data.rows]] <textarea class="sheet" name="rows" rows="8" required spellcheck="false" data-key="e">{{ROWS:p}}</textarea></label>
<p><button class="{{#MAY_IMPORT}}quiet{{/MAY_IMPORT}}" data-key="v">[[base_data.preview]] <kbd>v</kbd></button>{{#MAY_IMPORT}} <button class="main" formaction="/base-data/import" data-key="a">[[base_data.apply]] <kbd>a</kbd></button>{{/MAY_IMPORT}}</p></form>
{{#PREVIEW}}<div role="status">{{#PROBLEM}}<p class="problem"><b>{{FILE}}{{#ROW}}:{{ROW}}{{/ROW}}{{#COLUMN}} {{COLUMN}}{{/COLUMN}}</b> {{TEXT}}{{#HINT}} <small>{{HINT}}</small>{{/HINT}}</p>{{/PROBLEM}}
<p><b>{{COUNTS}}</b>{{#PROPOSED}} · [[base_data.will_wait]]{{/PROPOSED}}</p></div>
<ul class="told">{{#CHANGE}}<li>{{#ROW}}{{ROW}}: {{/ROW}}<span class="tag">{{FATE}}</span> {{TABLE}} <b>{{KEY}}</b>{{#CELL}} · {{COLUMN}} {{#BEFORE}}<del>{{BEFORE}}</del> {{/BEFORE}}{{#AFTER}}<ins>{{AFTER}}</ins>{{/AFTER}}{{/CELL}}</li>
{{/CHANGE}}</ul>{{#MORE}}<p class="empty">{{MORE}}</p>{{/MORE}}{{/PREVIEW}}</section>{{/SHEET}}
<section aria-labelledby="imports-title"><h2 id="imports-title">[[base_data.imports]]</h2>
{{#EMPTY}}<p class="empty">[[ui.nothing_found]]</p>{{/EMPTY}}
<div class="wide"><table><thead><tr><th scope="col" class="number">[[base_data.import]]</th><th scope="col">[[access.when]]</th><th scope="col">[[base_data.who]]</th><th scope="col">[[ui.state]]</th><th scope="col">[[base_data.what]]</th></tr></thead>
<tbody>{{#IMPORT}}<tr data-row><td class="number"><a href="{{URL}}">{{NUMBER}}</a></td><td>{{AT}}</td><td>{{ACTOR}}{{#APPROVED_BY}} <small>[[base_data.approved]] {{APPROVED_BY}}</small>{{/APPROVED_BY}}</td><td>{{#WAITS}}<strong class="late">!</strong> {{/WAITS}}{{STATE}}{{#UNDONE_BY}} <small>[[base_data.undone_by]] {{UNDONE_BY}}</small>{{/UNDONE_BY}}{{#UNDOES}} <small>[[base_data.undoes]] {{UNDOES}}</small>{{/UNDOES}}</td><td>{{COUNTS}} <small>{{FILES}}</small>{{#REASON}} <q>{{REASON}}</q>{{/REASON}}</td></tr>
{{/IMPORT}}</tbody></table></div></section>
