namespace Vonage.Common.Tests;

/// <summary>How a text is encoded, counted and split.</summary>
internal sealed class SmsTextTests
{
    // 3GPP TS 23.038, 6.2.1, table by table.
    private const string DefaultAlphabet = "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";
    private const string ExtensionTable = "\f^{}\\[~]|€";

    [Test]
    public void The_default_alphabet_has_127_characters_of_one_unit_and_the_extension_table_10_of_two()
    {
        Assert.That(DefaultAlphabet.Select(c => SmsText.Analyze(c.ToString())).Select(t => (t.Encoding, t.Units)), Is.All.EqualTo((SmsEncoding.Gsm7, 1)));
        Assert.That(ExtensionTable.Select(c => SmsText.Analyze(c.ToString())).Select(t => (t.Encoding, t.Units)), Is.All.EqualTo((SmsEncoding.Gsm7, 2)));
        var others = Enumerable.Range(0, 0x10000).Select(c => (char)c).Where(c => SmsText.IsGsm(c.ToString()));
        Assert.That(others, Is.EquivalentTo(DefaultAlphabet + ExtensionTable));
        Assert.That(DefaultAlphabet, Has.Length.EqualTo(127));
    }

    [TestCase("", 0, SmsEncoding.Gsm7, 0, 0, 160)]
    [TestCase("a", 1, SmsEncoding.Gsm7, 1, 1, 159)]
    [TestCase("a", 160, SmsEncoding.Gsm7, 160, 1, 0)]
    [TestCase("a", 161, SmsEncoding.Gsm7, 161, 2, 145)]
    [TestCase("a", 306, SmsEncoding.Gsm7, 306, 2, 0)]
    [TestCase("a", 307, SmsEncoding.Gsm7, 307, 3, 152)]
    [TestCase("€", 80, SmsEncoding.Gsm7, 160, 1, 0)]
    [TestCase("€", 81, SmsEncoding.Gsm7, 162, 2, 143)]
    [TestCase("€", 153, SmsEncoding.Gsm7, 306, 3, 151)]
    [TestCase("こ", 70, SmsEncoding.Unicode, 70, 1, 0)]
    [TestCase("こ", 71, SmsEncoding.Unicode, 71, 2, 63)]
    [TestCase("こ", 135, SmsEncoding.Unicode, 135, 3, 66)]
    [TestCase("😀", 35, SmsEncoding.Unicode, 70, 1, 0)]
    [TestCase("😀", 36, SmsEncoding.Unicode, 72, 2, 61)]
    [TestCase("😀", 67, SmsEncoding.Unicode, 134, 3, 65)]
    [TestCase("`", 1, SmsEncoding.Unicode, 1, 1, 69)]
    public void A_text_has_an_encoding_units_and_parts(string character, int count, SmsEncoding encoding, int units, int parts, int left)
    {
        var text = SmsText.Analyze(string.Concat(Enumerable.Repeat(character, count)));

        Assert.That((text.Encoding, text.Units, text.PartCount, text.UnitsLeft), Is.EqualTo((encoding, units, parts, left)));
        Assert.That(text.Split(), Has.Count.EqualTo(parts));
    }

    [Test]
    public void No_part_ends_within_a_character_and_none_is_too_long()
    {
        var random = new Random(19);
        string[] characters = ["a", "€", "[", "こ", "😀", "e\u0301"];
        for (var round = 0; round < 2000; round++)
        {
            var kinds = random.Next(1, characters.Length + 1);
            var text = SmsText.Analyze(string.Concat(Enumerable.Range(0, random.Next(400)).Select(_ => characters[random.Next(kinds)])));
            var parts = text.Split();

            Assert.That(string.Concat(parts), Is.EqualTo(text.Text));
            Assert.That(parts, Has.Count.EqualTo(text.PartCount));
            Assert.That(parts.Select(part => SmsText.Analyze(part, text.Encoding)).Select(part => part.PartCount), Is.All.EqualTo(1));
            Assert.That(parts.Any(part => char.IsLowSurrogate(part[0])), Is.False);
            if (parts.Count > 1)
                Assert.That(parts.Max(part => SmsText.Analyze(part, text.Encoding).Units), Is.LessThanOrEqualTo(text.Encoding == SmsEncoding.Gsm7 ? 153 : 67));
        }
    }

    [Test]
    public void A_lone_surrogate_is_one_unit() => Assert.That(SmsText.Analyze("\uD83D").Units, Is.EqualTo(1));

    [Test]
    public void A_text_can_be_counted_in_another_encoding()
    {
        Assert.That(SmsText.Analyze(new string('a', 71), SmsEncoding.Unicode).PartCount, Is.EqualTo(2));
        Assert.That(SmsText.Analyze(new string('こ', 71), SmsEncoding.Gsm7).Units, Is.EqualTo(71));
    }
}
