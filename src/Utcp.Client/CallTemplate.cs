using Utcp.Client.Protocols;
using Utcp.Manuals.Json;
using Utcp.Manuals.Model;
using Utcp.Manuals.Problems;
using Utcp.Manuals.Security;
using Utcp.Manuals.Utcp;

namespace Utcp.Client;

/// <summary>Where a manual is found, and what may be done with it: what <see cref="UtcpClient.RegisterManualAsync"/> gets (UTCP section 6.1). Immutable.</summary>
public sealed class CallTemplate
{
    /// <summary>Wraps a call template that was made in code.</summary>
    /// <param name="call">The call: an <see cref="HttpCall"/>, <see cref="TextCall"/>, <see cref="FileCall"/> or what another protocol reads.</param>
    public CallTemplate(Call call)
        : this(call, [])
    {
    }

    private CallTemplate(Call call, IReadOnlyList<Problem> problems)
    {
        ArgumentNullException.ThrowIfNull(call);
        Call = call;
        Problems = problems;
        AllowedProtocols = call.AllowedCommunicationProtocols is { Count: > 0 } allowed ? [.. allowed] : [call.Type];
    }

    /// <summary>The template.</summary>
    public Call Call { get; }

    /// <summary>The <c>call_template_type</c>.</summary>
    public string Type => Call.Type;

    /// <summary>The name as given, or null.</summary>
    public string? Name => Call.Name;

    /// <summary>What was noticed when the template was read; empty for templates made in code.</summary>
    public IReadOnlyList<Problem> Problems { get; }

    /// <summary>The types of tools that the manual may bring: <c>allowed_communication_protocols</c>, and its own type when that is absent or empty (UTCP section 1.5).</summary>
    public IReadOnlyList<string> AllowedProtocols { get; }

    /// <summary>Reads a template from JSON, in the v1 or the v0.x form.</summary>
    /// <exception cref="UtcpTemplateException">The text is not JSON, or the template cannot be used; <see cref="UtcpTemplateException.Problems"/> says where and why.</exception>
    public static CallTemplate Parse(string json)
    {
        var document = JsonDocumentReader.Read(json);
        return document.Root is { } root ? Read(root, new ProblemList(root)) : throw new UtcpTemplateException(document.Problems);
    }

    /// <summary>A manual at a URL, fetched with GET (section 1.6).</summary>
    /// <param name="url">The URL; it may refer to variables.</param>
    /// <param name="name">The manual's name, or null for one made from the host.</param>
    /// <param name="allowedProtocols">The types of tools it may bring; without them only <c>http</c>, as section 1.5 says.</param>
    public static CallTemplate Http([CheckedUrl] string url, string? name = null, params string[] allowedProtocols) =>
        new(new HttpCall { Type = "http", Url = url, Name = name, AllowedCommunicationProtocols = allowedProtocols });

    /// <summary>A manual given as text.</summary>
    /// <param name="content">The manual or OpenAPI document, JSON or YAML.</param>
    /// <param name="name">The manual's name, or null for <c>text</c>.</param>
    /// <param name="allowedProtocols">The types of tools it may bring; without them only <c>text</c>, as section 1.5 says. Most manuals need <c>http</c> here.</param>
    public static CallTemplate Text(string content, string? name = null, params string[] allowedProtocols) =>
        new(new TextCall { Type = TextCall.TypeName, Content = content, Name = name, AllowedCommunicationProtocols = allowedProtocols });

    /// <summary>A manual in a file below <see cref="UtcpClientConfiguration.RootDirectory"/>.</summary>
    /// <param name="path">The path, relative to the root directory.</param>
    /// <param name="name">The manual's name, or null for the name of the file.</param>
    /// <param name="allowedProtocols">The types of tools it may bring; without them only <c>file</c>, as section 1.5 says. Most manuals need <c>http</c> here.</param>
    public static CallTemplate File(string path, string? name = null, params string[] allowedProtocols) =>
        new(new FileCall { Type = FileCall.TypeName, FilePath = path, Name = name, AllowedCommunicationProtocols = allowedProtocols });

    /// <summary>Reads a template that is part of a document.</summary>
    internal static CallTemplate Read(JsonValue template, ProblemList problems)
    {
        var call = CallTemplateReader.Read(template, problems);
        if (call is UnsupportedCall { Template: { } fields } other)
        {
            call = other.Type switch
            {
                TextCall.TypeName => TextCall.Read(fields, other, problems),
                FileCall.TypeName => FileCall.Read(fields, other, problems),
                _ => other,
            };
        }

        // Whether somebody brings the protocol is known only when the manual is registered.
        var noticed = problems.Problems.Where(problem => problem.Code != ProblemCodes.UnsupportedCallTemplate).ToList();
        return call is null ? throw new UtcpTemplateException(noticed) : new CallTemplate(call, noticed);
    }
}
