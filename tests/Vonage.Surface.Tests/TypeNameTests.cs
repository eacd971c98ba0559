using System.Reflection;
using Vonage.Core;
using Vonage.Raw;

namespace Vonage.Surface.Tests;

/// <summary>Rules for the names of types, and of what operations take.</summary>
internal sealed class TypeNameTests
{
    // A person replies: with a button, a list or a suggestion.
    private static readonly string[] RepliesOfPersons = ["InboundRcsReply", "InboundWhatsAppReply", "WhatsAppButtonReply"];

    // Channels that differ by a letter in the field's own terms.
    private static readonly string[] AlikeByNature = ["MmsMessageStatusEvent/SmsMessageStatusEvent"];

    private static readonly Dictionary<string, string> OtherVerbs = new()
    {
        ["SmsRequest"] = "the one thing that the API sends",
        ["CreateE911AddressRequest"] = "what is created can be validated first",
        ["SetCallbackRequest"] = "every callback takes the same",
    };

    // A message, the update of a call, or an event, that says which in its type.
    private static readonly string[] Unions = ["OutboundMessage", "CallUpdate", "EventRequest"];

    private static IEnumerable<Type> Types => Surface.Types.Where(type => !type.IsNested);

    [TestCase("Reply")]
    [TestCase("Kind")]
    [TestCase("Changes")]
    public void No_type_ends_in_a_word_that_has_another_in_the_SDK(string word) =>
        Assert.That(Types.Select(Surface.NameOf).Where(name => name.EndsWith(word, StringComparison.Ordinal)), Is.EquivalentTo(word == "Reply" ? RepliesOfPersons : []));

    [Test]
    public void A_call_is_hung_up_in_two_words()
    {
        var names = Surface.Types.SelectMany(type => type.GetMembers().Where(m => m.DeclaringType == type).Select(m => $"{Surface.NameOf(type)}.{m.Name}")).Concat(Surface.Types.Select(Surface.NameOf)).ToList();

        Assert.That(names.Where(name => name.Contains("Hangup", StringComparison.Ordinal)), Is.Empty);
        Assert.That(names, Has.Some.Contains("HangUp"));
    }

    [Test]
    public void What_an_operation_sends_is_a_request_named_by_its_verb()
    {
        var bodies = Operations.SelectMany(m => m.GetParameters().Where(IsBody).Select(p => (Verb: FirstWord(m.Name), Type: p.ParameterType.Name, Method: Surface.NameOf(m)))).ToList();

        Assert.That(bodies, Has.Count.GreaterThan(60));
        Assert.That(bodies.Where(b => !Unions.Contains(b.Type) && !(b.Type.EndsWith("Request", StringComparison.Ordinal) && (FirstWord(b.Type) == b.Verb || OtherVerbs.ContainsKey(b.Type)))).Select(b => b.Method), Is.Empty);
        Assert.That(OtherVerbs.Keys.Concat(Unions).Except(bodies.Select(b => b.Type)), Is.Empty, "no longer an exception");
    }

    [Test]
    public void A_status_is_an_enum() =>
        Assert.That(Types.Where(type => type.Name.EndsWith("Status", StringComparison.Ordinal) && !typeof(IExtensibleEnum).IsAssignableFrom(type)).Select(type => type.FullName), Is.Empty);

    [Test]
    public void Siblings_of_a_union_differ_by_more_than_a_letter()
    {
        var unions = Types.Where(type => type.BaseType is { IsAbstract: false } up && up != typeof(object) && Types.Contains(up)).GroupBy(type => type.BaseType!).ToList();
        Assert.That(unions, Has.Count.GreaterThan(15));

        var alike = unions.SelectMany(union => union.SelectMany(one => union.Where(other => string.CompareOrdinal(one.Name, other.Name) < 0 && DifferByALetter(one.Name, other.Name)).Select(other => $"{one.Name}/{other.Name}")));
        Assert.That(alike, Is.EquivalentTo(AlikeByNature));
    }

    [TestCase("RingRtcEvent", "RingsRtcEvent", true)]
    [TestCase("RingRtcEvent", "SingRtcEvent", true)]
    [TestCase("CallAnswerRtcEvent", "CallAnsweredRtcEvent", false)]
    public void Twins_are_found(string one, string other, bool areAlike) => Assert.That(DifferByALetter(one, other), Is.EqualTo(areAlike));

    [Test]
    public void The_events_of_conversations_are_in_their_own_package()
    {
        var events = Types.Where(type => type.Namespace == "Vonage.Conversations" && type.Name.Contains("Rtc", StringComparison.Ordinal)).ToList();

        Assert.That(events, Has.Count.GreaterThan(100));
        Assert.That(Types.Where(type => type.Namespace == "Vonage.Applications" && type.Name.Contains("Rtc", StringComparison.Ordinal)).Select(type => type.Name), Is.EquivalentTo((string[])["RtcCapability", "RtcWebhooks"]), "settings of an application");
    }

    private static IEnumerable<MethodInfo> Operations => Surface.Interfaces.Where(type => type != typeof(IRawClient)).SelectMany(Surface.Operations);

    private static bool IsBody(ParameterInfo parameter) =>
        parameter.Name is "request" or "update" or "message" || parameter.ParameterType.Name.EndsWith("Request", StringComparison.Ordinal);

    private static string FirstWord(string name) => new([.. name.Take(1), .. name.Skip(1).TakeWhile(char.IsLower)]);

    private static bool DifferByALetter(string one, string other)
    {
        var (shorter, longer) = one.Length <= other.Length ? (one, other) : (other, one);
        if (longer.Length - shorter.Length > 1)
            return false;
        var same = shorter.TakeWhile((c, i) => c == longer[i]).Count();
        var rest = shorter.Length == longer.Length ? 1 : 0;
        return shorter[Math.Min(same + rest, shorter.Length)..] == longer[Math.Min(same + 1, longer.Length)..];
    }
}
