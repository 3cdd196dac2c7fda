<section class="login">
<h1>Besteld</h1>
<p class="site">[[=site]]</p>
{{#NOTICE}}<p class="notice" role="alert">{{NOTICE}}</p>{{/NOTICE}}
<form method="post" action="/login">
<input type="hidden" name="csrf" value="{{CSRF}}"><input type="hidden" name="back" value="{{BACK}}">
{{#PASSWORD}}<label>[[login.name]] <input name="login" value="{{LOGIN}}" autocomplete="username" required maxlength="100" autofocus></label>
<label>[[login.password]] <input type="password" name="password" autocomplete="current-password" required maxlength="1024"></label>{{/PASSWORD}}{{#CODE}}<input type="hidden" name="ticket" value="{{TICKET}}">
<label>[[login.code]] <input name="code" autocomplete="one-time-code" required maxlength="40" autofocus></label>
<p><small>[[login.code_hint]]</small></p>{{/CODE}}
<button class="main">[[login.go]]</button>
</form>
</section>
