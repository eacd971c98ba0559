using Newtonsoft.Json.Linq;

namespace Vonage.Generator.Specs;

/// <summary>Makes one type of the types that the successes of an operation have: which of them arrives, only the reply says.</summary>
internal static class Replies
{
    public static void Unite(Spec spec)
    {
        foreach (var (_, _, operation) in spec.Operations())
        {
            var media = spec.SuccessesOf(operation).Select(response => (response["content"] as JObject ?? []).Properties().FirstOrDefault(c => MediaTypes.KindOf(spec, c) == BodyKind.Json))
                .OfType<JProperty>().Select(c => c.Value).OfType<JObject>().Where(m => m["schema"] is JObject).ToList();
            var schemas = media.Select(m => m["schema"]!).Distinct(JToken.EqualityComparer).ToList();
            if (schemas.Count < 2)
                continue;
            foreach (var one in media)
                one["schema"] = new JObject { ["oneOf"] = new JArray(schemas.Select(schema => schema.DeepClone())) };
        }
    }
}
