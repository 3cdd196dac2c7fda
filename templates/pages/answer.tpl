<section class="answer">
<h1>[[answer.title]]</h1>
<p class="site">[[=site]]</p>
<p>[[answer.intro]]{{#BUYER_ORDER}} {{BUYER_ORDER}}{{/BUYER_ORDER}} <small>({{CASE}})</small></p>
{{#ANSWER_BY}}<p><b>[[ui.answer_by]] {{ANSWER_BY}}</b></p>{{/ANSWER_BY}}
{{#NOTICE}}<p class="notice" role="alert">{{NOTICE}}</p>{{/NOTICE}}
<form method="post" action="{{ACTION}}">
{{#QUESTION}}<fieldset><legend>{{NUMBER}}. {{TEXT}}</legend>
{{#LINE}}<p>[[ui.line]] {{LINE}}</p>{{/LINE}}{{#QUOTE}}<p><q>{{QUOTE}}</q></p>{{/QUOTE}}
{{#CHOICE}}<label class="check"><input type="radio" name="{{FIELD}}" value="{{LETTER}}"> {{LETTER}}: {{WORDS}}</label>
{{/CHOICE}}</fieldset>
{{/QUESTION}}
<label>[[answer.own_words]] <textarea name="words" maxlength="2000" rows="3"></textarea></label>
<button class="main">[[answer.send]]</button>
</form>
</section>
