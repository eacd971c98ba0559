namespace Vonage.Reports;

// What the records of all products have in common; the generator gives each a class of its own.
public partial class SmsRecord : IReportRecord;

public partial class MessagesRecord : IReportRecord;

public partial class CallRecord : IReportRecord;

public partial class FailedCallRecord : IReportRecord;

public partial class SpeechRecord : IReportRecord;

public partial class InAppCallRecord : IReportRecord;

public partial class WebSocketCallRecord : IReportRecord;

public partial class SpeechRecognitionRecord : IReportRecord;

public partial class MachineDetectionRecord : IReportRecord;

public partial class VerificationRecord : IReportRecord;

public partial class VerificationV2Record : IReportRecord;

public partial class NumberInsightRecord : IReportRecord;

public partial class NumberInsightV2Record : IReportRecord;

public partial class ConversationEventRecord : IReportRecord;

public partial class ConversationMessageRecord : IReportRecord;

public partial class SmsTrafficControlRecord : IReportRecord;

public partial class VideoRecord : IReportRecord;

public partial class NetworkEventRecord : IReportRecord;

public partial class ReportUsageRecord : IReportRecord;
