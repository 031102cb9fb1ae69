### عناوين المساعدة، وما يُقال حيث لا تُفهم الوسائط.

## عناوين المساعدة

refusal-usage-heading = الاستعمال:
refusal-arguments-heading = الوسائط:
refusal-options-heading = الخيارات:
refusal-everywhere-heading = خيارات الأوامر كلها:
refusal-verbs-heading = الأوامر:
refusal-example-heading = مثال:
refusal-examples-heading = أمثلة:
refusal-help-option = عرض المساعدة (-h للمختصرة، و--help للكاملة)
refusal-version-option = عرض رقم الإصدار
refusal-default = [القيمة المعتادة: { $value }]
refusal-possible = [القيم الممكنة: { $values }]

## ما يُرفض

refusal-unknown = الوسيط `{ $arg }` غير معروف هنا
refusal-verb = لا يوجد أمر باسم `{ $verb }`
refusal-no-value = تلزم قيمة مع `{ $arg }` ولم تُكتب
refusal-value = القيمة «{ $value }» لا تصح في `{ $arg }`
refusal-value-why = القيمة «{ $value }» لا تصح في `{ $arg }`: { $why }
refusal-missing = لم تُكتب وسائط لازمة: { $args }
refusal-no-verb = يلزم هنا أمر ولم يُكتب
refusal-twice = لا يُكتب الوسيط `{ $arg }` أكثر من مرة
refusal-conflict = لا يجتمع الوسيط `{ $arg }` مع { $prior }
refusal-too-many = القيمة «{ $value }» زائدة في `{ $arg }`
refusal-few = عدد القيم في `{ $arg }` أقل من اللازم أو أكثر
refusal-equals = تلزم علامة = قبل قيمة `{ $arg }`
refusal-utf8 = أحد الوسائط ليس نصا بترميز UTF-8
refusal-possible-hint = القيم الممكنة: { $values }.
refusal-meant = لعل المقصود: { $meant }
refusal-trailing = إن كان المقصود قيمة فاكتب: { $typed }
refusal-usage = الاستعمال: `{ $usage }`
refusal-more = لمزيد من التفصيل: `{ $command }`
