### الإعدادات وما قد يعيبها.

setting-lang = لغة الواجهة (auto: لغة النظام)
setting-bidi = كيف تعامل الطرفية النص من اليمين إلى اليسار (auto: بالتخمين)
setting-arrows = اتجاه حركة مفاتيح الأسهم في النص: كما يُرى، أو بترتيب القراءة
setting-digits = أرقام الأعداد والتواريخ على الشاشة
setting-calendar = تقويم التواريخ على الشاشة
setting-plain = شاشات لقارئ الشاشة: بلا أُطر، والنص بترتيب القراءة
setting-unknown = لا يوجد إعداد باسم «{ $name }»
setting-unknown-hint = الإعدادات هي { $names }.
setting-bad-value = لا يصح أن تكون قيمة الإعداد { $name } «{ $value }»
setting-bad-value-hint = القيم الممكنة: { $values }.
setting-not-toml = ليس بصيغة TOML: { $what }
setting-not-toml-hint = يكون السطر هكذا: lang = "ar"، والأمر `hudna settings` يعرض ما يمكن ضبطه.
setting-at-line = السطر { $line }: { $what }
