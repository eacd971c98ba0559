using Newtonsoft.Json.Linq;

namespace Vonage.Cli;

/// <summary>What the states of calls, verifications, reports and the like say about whether more is to come.</summary>
internal static class States
{
    // The words of APIs for what is under way; every other word is the end, as it is for a kind of thing that this program does not know.
    private static readonly HashSet<string> UnderWay = new(StringComparer.OrdinalIgnoreCase)
    {
        "accepted", "answered", "creating", "importing", "in progress", "in_progress", "inprogress", "paused", "pending", "processing", "queued", "ringing", "running", "scheduled",
        "started", "starting", "stopping", "submitted", "uploading", "user_interaction", "waiting",
    };

    public static bool IsFinal(JToken reply, string field) => reply.Wire(field) is not JValue { Value: string word } || !UnderWay.Contains(word);
}
