# Những dòng chữ mà mẫu của Hugo cũng có.
peer-home = Trang chủ
peer-glossary = Thuật ngữ
peer-about = Giới thiệu
peer-contents = Mục lục
peer-reading-time = { $minutes } phút đọc
peer-published = Đăng ngày
peer-next = Bài sau
peer-previous = Bài trước
peer-other-language = Đọc bằng tiếng Anh
peer-footer = Nội dung được phát hành theo giấy phép mở
peer-skip = Bỏ qua đến nội dung
peer-tags = Chủ đề
