namespace Campaign.Planning;

/// <summary>What a recipient says about being sent to.</summary>
internal enum ReplyKind
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>No more messages.</summary>
    OptOut,

    /// <summary>Messages again.</summary>
    OptIn,

    /// <summary>Who sends these messages, and how they are ended?</summary>
    Help,

    /// <summary>No keyword, but it may be a wish for no more messages, which counts as one in law: somebody must read it.</summary>
    ForAPerson,
}
