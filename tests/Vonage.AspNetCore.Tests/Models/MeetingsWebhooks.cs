using Vonage.Meetings;

namespace Vonage.AspNetCore.Tests.Models;

/// <summary>Webhooks of Meetings.</summary>
internal static class MeetingsWebhooks
{
    private const string Session = """ "session_id":"2_MX40NjMwODczMn5","room_id":"b3142c46-d1c1-4405-baa6-85683827ed69" """;

    private const string Participant = """ "participant_id":"4fd94a2b-4df5-4c4a-8e4c-0f4a2b7b1c7d","name":"Alice","type":"Guest","is_host":true """;

    private static readonly DateTimeOffset Start = new(2023, 1, 25, 2, 38, 31, TimeSpan.Zero);

    public static IEnumerable<WebhookCase> Cases =>
    [
        WebhookCase.Of<MeetingEvent, RoomExpiredMeetingEvent>(
            """{"event":"room:expired","room_id":"b3142c46","room_type":"instant","expires_at":"2023-01-25T02:38:31.000Z","created_at":"2023-01-24T03:20:38.629Z"}""",
            expired =>
            {
                Assert.That(expired.RoomType, Is.EqualTo(RoomType.Instant));
                Assert.That(expired.ExpiresAt, Is.EqualTo(Start));
            }),
        WebhookCase.Of<MeetingEvent, SessionStartedMeetingEvent>($$"""{"event":"session:started",{{Session}},"started_at":"2023-01-25T02:38:31.000Z"}""", started => Assert.That(started.StartedAt, Is.EqualTo(Start))),
        WebhookCase.Of<MeetingEvent, SessionEndedMeetingEvent>(
            $$"""{"event":"session:ended",{{Session}},"started_at":"2023-01-25T02:38:31.000Z","ended_at":"2023-01-25T02:48:40.000Z"}""",
            ended => Assert.That(ended.EndedAt - ended.StartedAt, Is.EqualTo(TimeSpan.FromSeconds(609)))),
        WebhookCase.Of<MeetingEvent, RecordingStartedMeetingEvent>("""{"event":"recording:started","recording_id":"e5b73c98","session_id":"2_MX40"}""", started => Assert.That(started.RecordingId, Is.EqualTo("e5b73c98"))),
        WebhookCase.Of<MeetingEvent, RecordingEndedMeetingEvent>(
            """{"event":"recording:ended","recording_id":"e5b73c98","session_id":"2_MX40","started_at":"2023-01-25T02:38:31.000Z","ended_at":"2023-01-25T02:38:40.000Z","duration":9}""",
            ended => Assert.That(ended.Duration, Is.EqualTo(TimeSpan.FromSeconds(9)))),
        WebhookCase.Of<MeetingEvent, RecordingUploadedMeetingEvent>(
            $$"""{"event":"recording:uploaded","recording_id":"e5b73c98",{{Session}},"started_at":"2023-01-25T02:38:31.000Z","ended_at":"2023-01-25T02:38:40.000Z","duration":"9","url":"https://example.com/archive.mp4"}""",
            uploaded =>
            {
                Assert.That(uploaded.Duration, Is.EqualTo(TimeSpan.FromSeconds(9)));
                Assert.That(uploaded.Url, Is.EqualTo(new Uri("https://example.com/archive.mp4")));
            }),
        WebhookCase.Of<MeetingEvent, ParticipantJoinedMeetingEvent>($$"""{"event":"session:participant:joined",{{Session}},{{Participant}}}""", joined => Assert.That((joined.Name, joined.Type, joined.IsHost), Is.EqualTo(("Alice", "Guest", true)))),
        WebhookCase.Of<MeetingEvent, ParticipantLeftMeetingEvent>($$"""{"event":"session:participant:left",{{Session}},{{Participant}}}""", left => Assert.That((left.Name, left.Type, left.IsHost), Is.EqualTo(("Alice", "Guest", true)))),
    ];
}
