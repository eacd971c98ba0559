using Newtonsoft.Json.Linq;

namespace Vonage.Generator.Specs;

/// <summary>Makes one type of the types that the successes of an operation have: which of them arrives, only the reply says.</summary>
internal static class Replies
{
    public static void Unite(Spec spec)
    {
        foreach (var (_, _, operation) in spec.Operations())
        {
            var media = MediaOf(spec, operation);
            if (media.Select(m => m["schema"]!).Distinct(JToken.EqualityComparer).Count() < 2)
                continue;
            // A response that several operations share is of the types of each.
            foreach (var shared in ((JObject)operation["responses"]!).Properties().Where(r => r.Value["$ref"] is not null).ToList())
                shared.Value = spec.Dereference((JObject)shared.Value).DeepClone();
            media = MediaOf(spec, operation);
            var schemas = media.Select(m => m["schema"]!.DeepClone()).Distinct(JToken.EqualityComparer).ToList();
            foreach (var one in media)
                one["schema"] = new JObject { ["oneOf"] = new JArray(schemas.Select(schema => schema.DeepClone())) };
        }
    }

    private static List<JObject> MediaOf(Spec spec, JObject operation) =>
        [.. spec.SuccessesOf(operation).Select(response => (response["content"] as JObject ?? []).Properties().FirstOrDefault(c => MediaTypes.KindOf(spec, c) == BodyKind.Json))
            .OfType<JProperty>().Select(c => c.Value).OfType<JObject>().Where(m => m["schema"] is JObject)];
}
