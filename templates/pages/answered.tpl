<section class="message">
<h1>{{HEADING}}</h1>
<p class="site">[[=site]]</p>
<p>{{TEXT}}</p>
</section>
