### أسماء الأوامر وما تفعله وكلماتها في سطر المفاتيح.

tui-group-moving = التنقل
tui-group-reading = القراءة
tui-group-checking = التدقيق
tui-group-claims = الادعاءات
tui-group-erasing = المحو
tui-group-reports = التقارير
tui-group-marking-in-a-document = التحديد في الوثيقة
tui-group-working-apart = عمل المدققين معا
tui-group-program = البرنامج

## moving
tui-name-down = نزول
tui-do-down = إلى الادعاء التالي؛ وفي صفحة الادعاء أو الوثيقة: سطر إلى الأسفل
tui-name-up = صعود
tui-do-up = إلى الادعاء السابق؛ وفي صفحة الادعاء أو الوثيقة: سطر إلى الأعلى
tui-name-page-down = شاشة إلى الأسفل
tui-do-page-down = إلى الأسفل بقدر شاشة
tui-name-page-up = شاشة إلى الأعلى
tui-do-page-up = إلى الأعلى بقدر شاشة
tui-name-first = الأول
tui-do-first = إلى أول ادعاء، أو إلى بداية النص
tui-name-last = الأخير
tui-do-last = إلى آخر ادعاء، أو إلى نهاية النص
tui-name-next-claim = الادعاء التالي
tui-do-next-claim = في الوثيقة: إلى الادعاء التالي
tui-hint-next-claim = الادعاء التالي
tui-name-previous-claim = الادعاء السابق
tui-do-previous-claim = في الوثيقة: إلى الادعاء السابق
tui-hint-previous-claim = السابق
tui-name-other-pane = القسم الآخر
tui-do-other-pane = بين القائمة وصفحة الادعاء
tui-hint-other-pane = القسم الآخر

## reading
tui-name-filter = مرشح
tui-do-filter = عرض الادعاءات التي فيها كلمات بعينها، أو بحقولها kind وspeaker وstatus وverdict وpolarity وdoc وlang وorder
tui-hint-filter = ترشيح
tui-name-order = ترتيب
tui-do-order = عرض الأجدر بالتحقق أولا، أو الادعاءات كما ترد في وثائقها
tui-hint-order = ترتيب
tui-name-find = بحث
tui-do-find = في الوثيقة: البحث عن كلمات
tui-hint-find = بحث
tui-name-document = وثيقة
tui-do-document = قراءة وثيقة الادعاء، وادعاءاتها كلها معلَّمة
tui-hint-document = الوثيقة
tui-name-claim-file = صفحة الادعاء
tui-do-claim-file = في الوثيقة: إلى صفحة الادعاء، وفيها أدلته والأحكام عليه
tui-hint-claim-file = صفحة الادعاء
tui-name-copy = نسخ
tui-do-copy = نسخ كلمات الادعاء إلى الحافظة (OSC 52)
tui-name-back = رجوع
tui-do-back = الرجوع: إغلاق الوثيقة، أو مغادرة صفحة الادعاء، أو إزالة المرشح

## documents
tui-name-documents = وثائق
tui-do-documents = اختيار وثيقة وعرض ادعاءاتها وحدها
tui-hint-documents = الوثائق

tui-name-again = استخراج من جديد
tui-do-again = استخراج ادعاءات الوثيقة من جديد بالقواعد والكلمات الحالية؛ وما عُمل عليه يبقى

## check
tui-name-verdict = حكم
tui-do-verdict = إصدار حكم: تقدير وأسبابه
tui-hint-verdict = حكم
tui-name-rate = تقدير
tui-do-rate = في الوثيقة: إصدار حكم على الادعاء
tui-hint-rate = حكم
tui-name-blind = إخفاء الأحكام
tui-do-blind = إخفاء أحكام غيرك في كل ادعاء حتى تصدر حكمك، أو إظهارها
tui-name-evidence = دليل
tui-do-evidence = إرفاق دليل: رابط أو ملف أو كلام مقتبس، مع دلالته ودرجة مصدره
tui-hint-evidence = دليل
tui-name-comment = تعليق
tui-do-comment = التعليق على الادعاء، للمدققين الآخرين
tui-hint-comment = تعليق
tui-name-withdraw = سحب
tui-do-withdraw = سحب دليل أو حكم، مع ذكر السبب

## claims
tui-name-edit = تعديل
tui-do-edit = تعديل الادعاء: صاحبه وصفته ولفظ الإسناد والنوع والموقف والنقل والتاريخ والترجمة والحالة
tui-hint-edit = تعديل
tui-name-span = موضع
tui-do-span = تغيير موضع الادعاء، بتحديده في الوثيقة
tui-name-dismiss = استبعاد
tui-do-dismiss = استبعاد الادعاء لأنه غير قابل للتحقق (يُسأل عن السبب)، أو استعادته
tui-hint-dismiss = استبعاد
tui-name-add = إضافة
tui-do-add = إضافة ادعاء سُمع أو نُسخ، من دون مقال
tui-hint-add = إضافة
tui-name-translate = ترجمة
tui-do-translate = كتابة ترجمة الادعاء أو تغييرها
tui-name-undo = تراجع
tui-do-undo = التراجع عن آخر ما فعلته
tui-hint-undo = تراجع
tui-name-redo = إعادة
tui-do-redo = إعادة ما تُراجع عنه

## erasing
tui-name-erase = محو
tui-do-erase = محو الادعاء أو أحد أدلته أو وثيقته محوا نهائيا، حماية لمصدر
tui-name-erasures = طلبات المحو
tui-do-erasures = تأكيد عمليات المحو التي جاء بها الدمج أو رفضها

## export
tui-name-export = تصدير
tui-do-export = كتابة تقرير (HTML أو Markdown أو CSV أو JSON) عن الادعاءات المعروضة، أو عن هذا وحده
tui-hint-export = تصدير
tui-name-stop-export = وقف التصدير
tui-do-stop-export = إيقاف التقرير الذي تجري كتابته
tui-hint-stop-export = إيقاف

## marking
tui-name-mark = تحديد
tui-do-mark = إظهار مؤشر لتحديد موضع
tui-hint-mark = تحديد
tui-name-mark-from = تحديد من هنا
tui-do-mark-from = عند التحديد: يبدأ الموضع من المؤشر
tui-hint-mark-from = البداية هنا
tui-name-mark-done = تم التحديد
tui-do-mark-done = عند التحديد: جعل الكلمات المحددة ادعاء، أو جعلها موضع الادعاء
tui-hint-mark-done = تم
tui-name-mark-drop = ترك التحديد
tui-do-mark-drop = عند التحديد: تركه
tui-hint-mark-drop = ترك
tui-name-mark-swap = الطرف الآخر
tui-do-mark-swap = عند التحديد: إلى الطرف الآخر من الموضع
tui-hint-mark-swap = الطرف الآخر
tui-name-mark-left = يسار
tui-do-mark-left = عند التحديد: حرف إلى اليسار على الشاشة
tui-name-mark-right = يمين
tui-do-mark-right = عند التحديد: حرف إلى اليمين على الشاشة
tui-name-mark-up = سطر إلى الأعلى
tui-do-mark-up = عند التحديد: سطر إلى الأعلى
tui-name-mark-down = سطر إلى الأسفل
tui-do-mark-down = عند التحديد: سطر إلى الأسفل
tui-name-mark-word = الكلمة التالية
tui-do-mark-word = عند التحديد: إلى الكلمة التالية في النص
tui-name-mark-back = الكلمة السابقة
tui-do-mark-back = عند التحديد: إلى الكلمة السابقة
tui-name-mark-word-left = كلمة يسارا
tui-do-mark-word-left = عند التحديد: إلى بداية الكلمة التالية يسارا
tui-name-mark-word-right = كلمة يمينا
tui-do-mark-word-right = عند التحديد: إلى بداية الكلمة التالية يمينا
tui-name-mark-start = بداية السطر
tui-do-mark-start = عند التحديد: إلى بداية السطر
tui-name-mark-end = نهاية السطر
tui-do-mark-end = عند التحديد: إلى نهاية السطر

## conflicts
tui-name-merge = دمج
tui-do-merge = أخذ ما في نسخة أخرى من ملف التحقق: يُعرض أولا ثم يُسأل عنه
tui-name-trust = ثقة
tui-do-trust = لمن المفاتيح التي كتبت هنا، مع بصماتها، وبمن تثق
tui-name-share = مشاركة
tui-do-share = كتابة نسخة لتسليمها، من كل شيء أو من ادعاءات المرشح: يُعرض ما فيها أولا ثم يُسأل عنها
tui-name-conflicts = تعارضات
tui-do-conflicts = عرض ما كتبه المدققون مختلفين فيه، جنبا إلى جنب، والاختيار منه
tui-name-next-conflict = التعارض التالي
tui-do-next-conflict = في التعارضات: إلى التالي
tui-name-previous-conflict = التعارض السابق
tui-do-previous-conflict = في التعارضات: إلى السابق
tui-name-next-side = الطرف التالي
tui-do-next-side = في التعارضات: إلى الطرف التالي
tui-hint-next-side = الطرف
tui-name-previous-side = الطرف السابق
tui-do-previous-side = في التعارضات: إلى الطرف السابق
tui-name-scroll-sides = الأطراف نزولا
tui-do-scroll-sides = في التعارضات: الأطراف إلى الأسفل بقدر شاشة
tui-name-scroll-sides-back = الأطراف صعودا
tui-do-scroll-sides-back = في التعارضات: الأطراف إلى الأعلى بقدر شاشة
tui-name-take-side = اختيار الطرف
tui-do-take-side = في التعارضات: اعتماد الطرف المختار؛ وعند الخلاف على الحكم: إلى الادعاء
tui-hint-take-side = اعتماده
tui-name-own-value = قيمة أخرى
tui-do-own-value = في التعارضات: كتابة قيمة من عندك بدل الجميع
tui-hint-own-value = قيمة أخرى
tui-name-show-claim = عرض الادعاء
tui-do-show-claim = في التعارضات: إلى الادعاء
tui-hint-show-claim = الادعاء
tui-name-leave-conflicts = ترك التعارضات
tui-do-leave-conflicts = من التعارضات رجوعا إلى الادعاءات
tui-hint-leave-conflicts = رجوع

## program
tui-name-help = مساعدة
tui-do-help = هذه المساعدة؛ اكتب لتضييقها
tui-hint-help = مساعدة
tui-name-palette = أوامر
tui-do-palette = العثور على أمر باسمه
tui-hint-palette = الأوامر
tui-name-name = الاسم
tui-do-name = تعيين الاسم الذي تحمله أحكامك وتعليقاتك
tui-name-redraw = رسم
tui-do-redraw = رسم الشاشة من جديد
tui-name-suspend = تعليق البرنامج
tui-do-suspend = الرجوع إلى سطر الأوامر؛ و`fg` يعيدك
tui-name-quit = خروج
tui-do-quit = الخروج؛ كل شيء محفوظ أصلا
tui-hint-quit = خروج

## اللوحة والمساعدة

tui-palette-title = الأوامر
tui-help-title = المفاتيح، وتعمل كذلك حين تكون لوحة المفاتيح بالعربية
tui-help-fields = في حقول النص

## مفاتيح حقول النص

tui-field-arrows = التنقل على الشاشة؛ ومع Shift: التحديد
tui-field-words = إلى بداية الكلمة التالية في ذلك الاتجاه (وكذلك مع Alt)
tui-field-words-text = إلى الكلمة السابقة، إلى التالية في النص
tui-field-line = إلى بداية السطر، إلى نهايته؛ ومع Ctrl: بداية النص ونهايته
tui-field-page = بقدر الحقل إلى الأعلى، إلى الأسفل
tui-field-all = تحديد الكل
tui-field-clip = قص المحدد، نسخه؛ لصقه
tui-field-delete = حذف حرف مع حركاته، أو حذف المحدد
tui-field-delete-word = حذف الكلمة السابقة، التالية (Ctrl-Backspace وCtrl-Delete)
tui-field-delete-line = الحذف إلى بداية السطر، إلى نهايته
tui-field-undo = التراجع في الحقل، الإعادة
tui-field-outside = كتابة الحقل في محررك (VISUAL أو EDITOR)
tui-field-field = الحقل التالي، السابق
tui-field-save = حفظ
tui-field-leave = الخروج بلا حفظ (يُسأل أولا إن كُتب شيء)
