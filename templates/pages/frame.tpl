{{%AUTOESCAPE context="HTML"}}<!DOCTYPE html>
<html lang="{{LANG}}" data-theme="{{THEME}}" data-size="{{SIZE}}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>{{TITLE}} · Besteld</title>
<link rel="icon" href="[[=icon]]">
<link rel="stylesheet" href="[[=css]]">
{{#SCRIPTED}}<script src="[[=script]]" defer></script>{{/SCRIPTED}}{{#UNLISTED}}<meta name="robots" content="noindex, nofollow">{{/UNLISTED}}
</head>
<body data-keys="{{KEYS}}" data-rest="{{REST}}">
<a class="skip" href="#main">[[ui.skip]]</a>
{{#PERSON}}<header class="top">
<a class="brand" href="/home" data-go="h" aria-label="Besteld: [[home.title]]" title="[[home.title]]">Besteld</a>
<nav aria-label="[[ui.navigation]]"><a href="/queue" data-go="q">[[ui.queue]]</a> <a href="/orders" data-go="o">[[ui.orders]]</a> <a href="/complaints" data-go="c">[[ui.complaints]]</a> <a href="/reports" data-go="r">[[ui.reports]]</a>{{#MAY_TYPE}} <a href="/typed" data-go="n">[[typed.title]]</a>{{/MAY_TYPE}}</nav>
<form class="search" role="search" method="get" action="/orders"><label><span class="unseen">[[ui.search]]</span>
<input type="search" name="text" placeholder="[[ui.search_hint]]" maxlength="200" data-key="/"></label></form>
<span class="site">[[=site]]</span>
<details class="person"><summary><span>{{NAME}}</span> <small>{{ROLE}}</small></summary>
<div class="menu">
<form method="post" action="/preferences"><input type="hidden" name="csrf" value="{{CSRF}}"><input type="hidden" name="back" value="{{BACK}}"><input type="hidden" name="preferences" value="1">
<label>[[ui.language]] <select name="language">{{#LANGUAGE_CHOICE}}<option value="{{VALUE}}" {{#CHOSEN}}selected{{/CHOSEN}}>{{WORDS}}</option>{{/LANGUAGE_CHOICE}}</select></label>
<label>[[ui.theme]] <select name="theme">{{#THEME_CHOICE}}<option value="{{VALUE}}" {{#CHOSEN}}selected{{/CHOSEN}}>{{WORDS}}</option>{{/THEME_CHOICE}}</select></label>
<label>[[ui.text_size]] <select name="size">{{#SIZE_CHOICE}}<option value="{{VALUE}}" {{#CHOSEN}}selected{{/CHOSEN}}>{{WORDS}}</option>{{/SIZE_CHOICE}}</select></label>
<label>[[ui.rest]] <select name="rest">{{#REST_CHOICE}}<option value="{{VALUE}}" {{#CHOSEN}}selected{{/CHOSEN}}>{{WORDS}}</option>{{/REST_CHOICE}}</select></label>
<label class="check"><input type="checkbox" name="keys" value="on" {{#KEYS_ON}}checked{{/KEYS_ON}}> [[ui.single_keys]]</label>
<button>[[ui.save]]</button></form>
<p><a href="/base-data" data-go="b">[[base_data.title]]</a> · <a href="/account">[[account.title]]</a>{{#MAY_SEE_ACCESS}} · <a href="/access">[[access.title]]</a>{{/MAY_SEE_ACCESS}}</p>
<form method="post" action="/logout"><input type="hidden" name="csrf" value="{{CSRF}}"><button>[[ui.log_out]]</button></form>
</div></details>
<button type="button" class="quiet" data-help data-key="?" aria-label="[[help.title]]" title="[[help.title]]">?</button>
</header>
{{#HELD_BACK}}<form class="held" method="post" action="{{ACTION}}"><input type="hidden" name="csrf" value="{{CSRF}}"><input type="hidden" name="version" value="0"><span role="status">{{WORDS}}</span> <button data-key="z">[[ui.take_back]] <kbd>z</kbd></button></form>{{/HELD_BACK}}{{/PERSON}}
{{#PERSON}}<div class="held" id="rest" hidden><span role="status"></span> <button type="button" data-words="[[rest.now]]">[[rest.done]]</button></div>{{/PERSON}}
<main id="main" tabindex="-1">
[[>page]]</main>
{{#PERSON}}<dialog id="help" aria-labelledby="help-title"><h2 id="help-title">[[help.title]]</h2>
<div class="keys">
<table><caption>[[help.queue]]</caption>
<tr><th scope="row"><kbd>j</kbd> <kbd>k</kbd></th><td>[[help.row]]</td></tr>
<tr><th scope="row"><kbd>Enter</kbd></th><td>[[help.open]]</td></tr>
<tr><th scope="row"><kbd>f</kbd></th><td>[[help.filter]]</td></tr>
<tr><th scope="row"><kbd>/</kbd></th><td>[[ui.search]]</td></tr>
<tr><th scope="row"><kbd>?</kbd></th><td>[[help.title]]</td></tr>
</table>
<table><caption>[[help.case]]</caption>
<tr><th scope="row"><kbd>j</kbd> <kbd>k</kbd></th><td>[[help.finding]]</td></tr>
<tr><th scope="row"><kbd>c</kbd></th><td>[[way.accept_agreed]]</td></tr>
<tr><th scope="row"><kbd>a</kbd></th><td>[[way.accept_ordered]]</td></tr>
<tr><th scope="row"><kbd>e</kbd></th><td>[[way.correct]]</td></tr>
<tr><th scope="row"><kbd>m</kbd></th><td>[[way.ask]]</td></tr>
<tr><th scope="row"><kbd>r</kbd></th><td>[[way.reject]]</td></tr>
<tr><th scope="row"><kbd>d</kbd></th><td>[[way.dismiss]]</td></tr>
<tr><th scope="row"><kbd>z</kbd></th><td>[[ui.take_back]]</td></tr>
<tr><th scope="row"><kbd>Enter</kbd></th><td>[[help.release]]</td></tr>
<tr><th scope="row"><kbd>n</kbd> <kbd>p</kbd></th><td>[[help.next]]</td></tr>
<tr><th scope="row"><kbd>i</kbd></th><td>[[ui.claim]]</td></tr>
<tr><th scope="row"><kbd>u</kbd></th><td>[[ui.to_queue]]</td></tr>
<tr><th scope="row"><kbd>l</kbd></th><td>[[help.alike]]</td></tr>
<tr><th scope="row"><kbd>w</kbd></th><td>[[teach.column]]</td></tr>
<tr><th scope="row"><kbd>x</kbd></th><td>[[help.tick]]</td></tr>
</table>
<table><caption>[[help.everywhere]]</caption>
<tr><th scope="row"><kbd>g</kbd> <kbd>h</kbd> <kbd>q</kbd> <kbd>o</kbd> <kbd>c</kbd> <kbd>r</kbd> <kbd>n</kbd> <kbd>b</kbd></th><td>[[help.go]]</td></tr>
</table>
<table><caption>[[typed.title]]</caption>
<tr><th scope="row"><kbd>Enter</kbd></th><td>[[help.grid_down]]</td></tr>
<tr><th scope="row"><kbd>Ctrl</kbd> <kbd>Enter</kbd></th><td>[[typed.take]]</td></tr>
<tr><th scope="row"><kbd>Ctrl</kbd> <kbd>v</kbd></th><td>[[help.grid_paste]]</td></tr>
</table>
<table><caption>[[help.order]]</caption>
<tr><th scope="row"><kbd>o</kbd></th><td>[[ui.open_case]]</td></tr>
<tr><th scope="row"><kbd>s</kbd></th><td>[[ui.resend]]</td></tr>
<tr><th scope="row"><kbd>w</kbd></th><td>[[ui.tell_status]]</td></tr>
<tr><th scope="row"><kbd>z</kbd></th><td>[[ui.take_back]]</td></tr>
<tr><th scope="row"><kbd>t</kbd></th><td>[[ui.note]]</td></tr>
</table></div>
<p>[[help.off]]</p>
<form method="dialog"><button>[[help.close]]</button></form></dialog>{{/PERSON}}
</body>
</html>
