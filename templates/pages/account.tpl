<div class="headline"><h1>[[account.title]]</h1></div>
{{#REQUIRED}}<p class="notice" role="alert">[[account.required]]</p>{{/REQUIRED}}
{{#PASSWORD}}<section aria-labelledby="factor-title"><h2 id="factor-title">[[account.second_factor]]</h2>{{/PASSWORD}}
{{#ON}}<p>[[account.on_since]] {{SINCE}} · [[account.codes_left]]: {{LEFT}}</p>
<form class="keep" method="post" action="/account/begin"><input type="hidden" name="csrf" value="{{CSRF}}"><button>[[account.replace]]</button></form>
{{#MAY_REMOVE}}<form class="keep" method="post" action="/account/remove"><input type="hidden" name="csrf" value="{{CSRF}}"><label>[[login.code]] <input name="code" autocomplete="one-time-code" required maxlength="40" size="12"></label> <button>[[account.remove]]</button></form>{{/MAY_REMOVE}}{{/ON}}
{{#OFF}}<p>[[account.off]]</p>
<form method="post" action="/account/begin"><input type="hidden" name="csrf" value="{{CSRF}}"><button class="main">[[account.begin]]</button></form>{{/OFF}}
{{#PASSWORD}}</section>
<section aria-labelledby="password-title"><h2 id="password-title">[[account.password]]</h2>
<form class="filters" method="post" action="/account/password"><input type="hidden" name="csrf" value="{{CSRF}}">
<label>[[account.old]] <input type="password" name="old" autocomplete="current-password" required maxlength="1024"></label>
<label>[[account.new]] <input type="password" name="new" autocomplete="new-password" required minlength="12" maxlength="1024"></label>
<button>[[ui.save]]</button></form></section>{{/PASSWORD}}
{{#SET_UP}}<ol><li>[[account.scan]]
<svg class="qr" viewBox="0 0 {{SIDE}} {{SIDE}}" width="220" height="220" role="img" aria-label="[[account.drawing]]"><rect width="100%" height="100%" fill="#fff"/><path d="{{QR}}" fill="#000"/></svg>
<p>[[account.by_hand]] <code>{{SECRET}}</code></p></li>
<li>[[account.give_code]]
{{#WRONG}}<p class="problem" role="alert">[[login.code_wrong]]</p>{{/WRONG}}
<form class="keep" method="post" action="/account/confirm"><input type="hidden" name="csrf" value="{{CSRF}}"><input type="hidden" name="secret" value="{{SECRET}}">{{#REPLACES}}<label>[[account.present_code]] <input name="present_code" autocomplete="one-time-code" required maxlength="40" size="12"></label> {{/REPLACES}}<label>[[login.code]] <input name="code" inputmode="numeric" autocomplete="one-time-code" required maxlength="10" size="8" autofocus></label> <button class="main">[[account.finish]]</button></form></li></ol>{{/SET_UP}}
{{#CODES}}<p role="status"><strong>[[account.is_on]]</strong></p><p>[[account.keep_codes]]</p>
<ul class="choices">{{#CODE}}<li><code>{{WORDS}}</code></li>{{/CODE}}</ul>
<p><a class="button main" href="/queue">[[ui.to_queue]]</a></p>{{/CODES}}
