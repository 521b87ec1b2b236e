//! Images alone, in text, in links, with captions.

use super::{check, check_problems};

const IMG: &str = "loading=\"lazy\" decoding=\"async\"";

#[test]
fn an_image_alone_is_a_figure() {
    let src = "../../map%20of%20floods.png";
    check(
        "en",
        &[
            ("![A map](/map%20of%20floods.png)", &format!("<figure><img src=\"{src}\" alt=\"A map\" {IMG}></figure>")),
            (
                "![A map](<map of floods.png> \"The \\\"delta\\\"\")",
                &format!(
                    "<figure><img src=\"{src}\" alt=\"A map\" {IMG}><figcaption>The &quot;delta&quot;</figcaption></figure>"
                ),
            ),
            (
                "See ![a *map*](<map of floods.png>) here",
                &format!("<p>See <img src=\"{src}\" alt=\"a map\" {IMG}> here</p>"),
            ),
            (
                "![a](<map of floods.png>)\n![b](<map of floods.png>)",
                &format!("<p><img src=\"{src}\" alt=\"a\" {IMG}><img src=\"{src}\" alt=\"b\" {IMG}></p>"),
            ),
            (
                "- ![a](<map of floods.png>)\n\n- b",
                &format!("<ul><li><figure><img src=\"{src}\" alt=\"a\" {IMG}></figure></li><li><p>b</p></li></ul>"),
            ),
            (
                "[![a](<map of floods.png>)](river.md)",
                &format!("<p><a href=\"../../en/the-river/\"><img src=\"{src}\" alt=\"a\" {IMG}></a></p>"),
            ),
            (
                "![{{ share }} of it](<map of floods.png>)",
                &format!("<figure><img src=\"{src}\" alt=\"29% of it\" {IMG}></figure>"),
            ),
            (
                "![x](https://example.com/a.png?b=1&c=2)",
                &format!("<figure><img src=\"https://example.com/a.png?b=1&amp;c=2\" alt=\"x\" {IMG}></figure>"),
            ),
        ],
    );
}

#[test]
fn what_is_wrong_with_an_image_is_told() {
    check_problems(
        "en",
        &[
            ("![](<map of floods.png>)", &["image-alt-missing: the image has no text for those who cannot see it"]),
            ("![a](nap.png)", &["image-missing: there is no image `nap.png`"]),
            ("![a]()", &["image-missing: the image has no address"]),
            ("![a](river.md)", &["image-missing: there is no image `river.md`"]),
            ("![a](data:image/png;base64,xx)", &["link-scheme: the scheme `data:` is not allowed"]),
        ],
    );
}
