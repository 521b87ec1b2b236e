# The words that the peer's templates have, too.
peer-home = Home
peer-glossary = Glossary
peer-about = About
peer-contents = Contents
peer-reading-time = { $minutes ->
    [one] { $minutes } minute read
   *[other] { $minutes } minutes read
}
peer-published = Published
peer-next = Next
peer-previous = Previous
peer-other-language = Read in Vietnamese
peer-footer = Content is released under an open licence
peer-skip = Skip to content
peer-tags = Topics
