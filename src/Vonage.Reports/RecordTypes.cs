using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Vonage.Reports;

/// <summary>The class of the records of each product. The API does not state the product in a record.</summary>
internal static class RecordTypes
{
    private static readonly Dictionary<string, Func<JsonReader, IReportRecord?>> Readers = new(StringComparer.Ordinal)
    {
        ["SMS"] = SmsRecord.JsonModelType.Read,
        ["MESSAGES"] = MessagesRecord.JsonModelType.Read,
        ["VOICE-CALL"] = CallRecord.JsonModelType.Read,
        ["VOICE-FAILED"] = FailedCallRecord.JsonModelType.Read,
        ["VOICE-TTS"] = SpeechRecord.JsonModelType.Read,
        ["IN-APP-VOICE"] = InAppCallRecord.JsonModelType.Read,
        ["WEBSOCKET-CALL"] = WebSocketCallRecord.JsonModelType.Read,
        ["ASR"] = SpeechRecognitionRecord.JsonModelType.Read,
        ["AMD"] = MachineDetectionRecord.JsonModelType.Read,
        ["VERIFY-API"] = VerificationRecord.JsonModelType.Read,
        ["VERIFY-V2"] = VerificationV2Record.JsonModelType.Read,
        ["NUMBER-INSIGHT"] = NumberInsightRecord.JsonModelType.Read,
        ["NUMBER-INSIGHT-V2"] = NumberInsightV2Record.JsonModelType.Read,
        ["CONVERSATION-EVENT"] = ConversationEventRecord.JsonModelType.Read,
        ["CONVERSATION-MESSAGE"] = ConversationMessageRecord.JsonModelType.Read,
        ["SMS-TRAFFIC-CONTROL"] = SmsTrafficControlRecord.JsonModelType.Read,
        ["VIDEO-API"] = VideoRecord.JsonModelType.Read,
        ["NETWORK-API-EVENT"] = NetworkEventRecord.JsonModelType.Read,
        ["REPORTS-USAGE"] = ReportUsageRecord.JsonModelType.Read,
    };

    /// <summary>Gets the records of a page.</summary>
    public static IEnumerable<IReportRecord> Of(RecordSet page) => page switch
    {
        SmsRecordSet known => known.Records,
        MessagesRecordSet known => known.Records,
        CallRecordSet known => known.Records,
        FailedCallRecordSet known => known.Records,
        SpeechRecordSet known => known.Records,
        InAppCallRecordSet known => known.Records,
        WebSocketCallRecordSet known => known.Records,
        SpeechRecognitionRecordSet known => known.Records,
        MachineDetectionRecordSet known => known.Records,
        VerificationRecordSet known => known.Records,
        VerificationV2RecordSet known => known.Records,
        NumberInsightRecordSet known => known.Records,
        ConversationEventRecordSet known => known.Records,
        ConversationMessageRecordSet known => known.Records,
        SmsTrafficControlRecordSet known => known.Records,
        VideoRecordSet known => known.Records,
        NetworkEventRecordSet known => known.Records,
        ReportUsageRecordSet known => known.Records,
        NumberInsightV2RecordSet known => known.Records,
        _ => page.AdditionalProperties.TryGetValue("records", out var rows) && rows is JArray list ? list.OfType<JObject>().Select(row => new OtherRecord(row)) : [],
    };

    /// <summary>Reads a record from a row of a report.</summary>
    public static IReportRecord Read(string product, JObject row) =>
        Readers.TryGetValue(product, out var read) && JsonRead.Tree(row, read) is { } record ? record : new OtherRecord(row);
}
