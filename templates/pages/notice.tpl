<section class="message">
<h1>{{HEADING}}</h1>
{{#TEXT}}<p>{{TEXT}}</p>{{/TEXT}}
{{#DETAIL}}<p class="detail" lang="en">{{DETAIL}}</p>{{/DETAIL}}
<ul class="facts">{{#FACT}}<li>{{WORDS}}</li>{{/FACT}}</ul>
<p><a class="button main" href="{{LINK}}" autofocus data-key="Enter">{{LINK_WORDS}}</a></p>
</section>
