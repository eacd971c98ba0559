using Campaign.Planning;
using FsCheck;
using FsCheck.Fluent;

namespace Campaign.Tests.Planning;

internal sealed class OptOutWordsTests
{
    [TestCase("STOP")]
    [TestCase("stop")]
    [TestCase(" Stop \r\n")]
    [TestCase("Stop.")]
    [TestCase("STOP!!! ")]
    [TestCase("stóp")]
    [TestCase("sto\u0301p")]
    [TestCase("S\u200BTOP")]
    [TestCase("quit")]
    [TestCase("quıt")]
    [TestCase("End")]
    [TestCase("revoke")]
    [TestCase("opt out")]
    [TestCase("Opt-Out")]
    [TestCase("opt\u00A0 out")]
    [TestCase("OPTOUT")]
    [TestCase("cancel")]
    [TestCase("unsubscribe")]
    [TestCase("StopAll")]
    [TestCase("ARRÊT")]
    [TestCase("remove")]
    [TestCase("td")]
    public void A_message_that_is_a_word_for_no_more_messages_is_an_opt_out(string text) => Assert.That(OptOutWords.Read(text), Is.EqualTo(ReplyKind.OptOut));

    [TestCase("start")]
    [TestCase("Yes!")]
    [TestCase("UNSTOP")]
    public void A_message_that_is_a_word_for_messages_is_an_opt_in(string text) => Assert.That(OptOutWords.Read(text), Is.EqualTo(ReplyKind.OptIn));

    [TestCase("help?")]
    [TestCase("info")]
    public void A_message_that_asks_for_help_is_that(string text) => Assert.That(OptOutWords.Read(text), Is.EqualTo(ReplyKind.Help));

    [TestCase("stop texting me")]
    [TestCase("Please STOP, thank you")]
    [TestCase("I want to opt-out of these")]
    [TestCase("don't text me again")]
    [TestCase("Don’t contact me")]
    [TestCase("Take me off your list")]
    [TestCase("no more messages")]
    [TestCase("\"STOP\"")]
    [TestCase("STOP 🛑")]
    [TestCase("This is the wrong number")]
    public void A_message_that_may_be_a_wish_for_no_more_messages_is_for_a_person(string text) => Assert.That(OptOutWords.Read(text), Is.EqualTo(ReplyKind.ForAPerson));

    [TestCase("")]
    [TestCase(null)]
    [TestCase(" ?!")]
    [TestCase("I come to the bus stopover at the weekend")]
    [TestCase("yes please")]
    [TestCase("Can you help me?")]
    [TestCase("ok")]
    public void Any_other_message_is_nothing(string? text) => Assert.That(OptOutWords.Read(text), Is.EqualTo(ReplyKind.None));

    [Test]
    public void Reading_never_throws() => Prop.ForAll<NonNull<string>>(text => Enum.IsDefined(OptOutWords.Read(text.Get))).Holds();

    [Test]
    public void A_word_is_found_in_any_sentence() =>
        Prop.ForAll<NonNull<string>, NonNull<string>>((before, after) =>
            OptOutWords.Read($"{before.Get} unsubscribe {after.Get}") is ReplyKind.OptOut or ReplyKind.ForAPerson).Holds();
}
