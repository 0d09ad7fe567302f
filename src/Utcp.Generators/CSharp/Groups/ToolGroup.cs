namespace Utcp.Generators.CSharp.Groups;

/// <summary>The operations of one tag: a client of their own that hangs on the root client.</summary>
/// <param name="Tag">The tag as written; of tags that C# cannot tell apart, the first.</param>
/// <param name="PropertyName">The property of the root client, such as <c>Issues</c>.</param>
/// <param name="ClientName">The class, such as <c>GitHubIssuesClient</c>.</param>
/// <param name="InterfaceName">Its interface.</param>
/// <param name="Doc">What the document says about the tag.</param>
internal sealed record ToolGroup(string Tag, string PropertyName, string ClientName, string InterfaceName, DocText Doc);
