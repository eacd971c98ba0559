using Newtonsoft.Json.Linq;

namespace Vonage.Contract.Tests.Apis.Voice;

/// <summary>Compares JSON by content: members may stand in any order, but none may be missing or added.</summary>
internal static class Json
{
    public static void AssertEqual(string actual, string expected)
    {
        var left = JToken.Parse(actual);
        var right = JToken.Parse(expected);
        Assert.That(JToken.DeepEquals(left, right), Is.True, () => $"Expected {right}\nbut was {left}");
    }
}
