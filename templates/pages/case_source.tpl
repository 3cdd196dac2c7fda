<h2 id="source-title">[[ui.source]] <small>{{CHANNEL}} · {{RECEIVED}} · <a href="{{RAW_URL}}" download>[[ui.original]]</a></small></h2>
{{#MAIL}}<dl class="mail"><dt>[[mail.from]]</dt><dd>{{FROM}}</dd><dt>[[mail.to]]</dt><dd>{{TO}}</dd>{{#CC}}<dt>[[mail.cc]]</dt><dd>{{CC}}</dd>{{/CC}}{{#REPLY_TO}}<dt>[[mail.reply_to]]</dt><dd>{{REPLY_TO}}</dd>{{/REPLY_TO}}<dt>[[mail.subject]]</dt><dd><b>{{SUBJECT}}</b></dd><dt>[[mail.date]]</dt><dd>{{DATE}}</dd></dl>{{/MAIL}}
{{#PROBLEM}}<p class="problem" lang="en"><span aria-hidden="true">▲</span> {{WORDS}} <small>{{WHERE}}</small></p>{{/PROBLEM}}
{{#SOURCE_PART}}<details class="part" {{#IS_OPEN}}open{{/IS_OPEN}}><summary>{{NAME}} <small>{{TYPE}} · {{SIZE}}</small></summary>
{{#TEXT}}<pre tabindex="0" aria-label="[[ui.source]]">
{{#PIECE}}{{#PLAIN}}{{WORDS:pre_escape}}{{/PLAIN}}{{#MARK}}<mark id="{{ID}}">{{WORDS:pre_escape}}</mark>{{/MARK}}{{/PIECE}}</pre>{{/TEXT}}
{{#NO_TEXT}}<p class="empty">[[ui.no_text]]</p>{{/NO_TEXT}}</details>
{{/SOURCE_PART}}
{{#TEACH_COLUMN}}<details class="more" id="teach"><summary data-key="w">[[teach.column]] <kbd>w</kbd></summary><form method="post" action="/teach"><input type="hidden" name="csrf" value="{{CSRF}}"><input type="hidden" name="case" value="{{CASE}}"><label>[[teach.heading]] <input name="heading" required maxlength="60"></label> <label>[[teach.means]] <select name="field">{{#MEANING}}<option value="{{VALUE}}">{{WORDS}}</option>{{/MEANING}}</select></label> <button>[[teach.try]]</button></form></details>{{/TEACH_COLUMN}}
