<section class="login">
<h1>Besteld</h1>
<p class="site">[[=site]]</p>
{{#NOTICE}}<p class="notice" role="alert">{{NOTICE}}</p>{{/NOTICE}}
<form method="post" action="/login">
<input type="hidden" name="csrf" value="{{CSRF}}"><input type="hidden" name="back" value="{{BACK}}">
<label>[[login.name]] <input name="login" value="{{LOGIN}}" autocomplete="username" required maxlength="100" autofocus></label>
<label>[[login.password]] <input type="password" name="password" autocomplete="current-password" required maxlength="1024"></label>
<button class="main">[[login.go]]</button>
</form>
</section>
