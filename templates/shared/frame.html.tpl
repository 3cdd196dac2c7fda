{{%AUTOESCAPE context="HTML"}}
<!DOCTYPE html>
<html>
<head><meta charset="utf-8"><title>{{SUBJECT}}</title></head>
<body style="margin:0;padding:0;background:#ffffff">
<table cellpadding="0" cellspacing="0" width="100%"><tr><td style="padding:16px">
<table cellpadding="0" cellspacing="0" width="100%" style="max-width:760px;font-family:Arial,'Noto Sans CJK SC','Microsoft YaHei',sans-serif;font-size:14px;line-height:1.45;color:#111"><tr><td>
{{>BODY}}
{{#TOKEN}}<p style="margin:16px 0 0 0;color:#666;font-size:12px">{{W_CASE_NUMBER}}: {{CODE}}</p>
{{/TOKEN}}</td></tr></table>
</td></tr></table>
</body>
</html>
