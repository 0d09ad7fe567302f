using System.Text;
using Utcp.Client.Calls;
using Utcp.Generated;
using Utcp.Manuals.Json;
using Utcp.Manuals.Model;
using Utcp.Manuals.OpenApi;
using Utcp.Manuals.Schemas;

namespace Utcp.Client;

/// <summary>A tool that can be called by its name. Immutable.</summary>
public sealed class RegisteredTool
{
    private byte[]? _inputs;
    private byte[]? _outputs;
    private HttpToolPlan? _plan;
    private SocketToolPlan? _socketPlan;

    /// <summary>Describes a tool that was read from a manual.</summary>
    /// <param name="manualName">The name of its manual.</param>
    /// <param name="definition">The tool as read.</param>
    /// <param name="schemas">The schemas that the tool's references lead to.</param>
    /// <param name="isRemote">Whether the manual came over the network, so that its URLs may not lead into this machine or its network (D13).</param>
    public RegisteredTool(string manualName, Tool definition, SchemaSet schemas, bool isRemote)
    {
        ArgumentNullException.ThrowIfNull(definition);
        Definition = definition;
        Schemas = schemas;
        ManualName = manualName;
        Name = ToolNames.Qualify(manualName, definition.Name);
        Description = definition.Description;
        Tags = definition.Tags;
        Protocol = definition.Call.Type;
        Effects = (ToolEffects)definition.Effects;
        IsDeprecated = definition.Deprecated;
        IsRemote = isRemote;
        Variables = [.. definition.Variables.Select(variable => new VariableInfo(variable.Name, variable.Required, variable.Secret) { Default = variable.Default, Values = variable.Values })];
    }

    /// <summary>Describes a tool of a generated client: its requests are made from the client's own operation.</summary>
    internal RegisteredTool(string manualName, Tool definition, HttpOperation operation, AnswerForm form, IReadOnlyList<VariableInfo> variables)
        : this(manualName, definition, SchemaSet.Empty, isRemote: false)
    {
        _plan = HttpToolPlan.Of(this, operation, form);
        Variables = variables;
    }

    /// <summary>Describes a WebSocket tool of a generated client: its messages are made from the client's own operation.</summary>
    internal RegisteredTool(string manualName, Tool definition, WebSocketOperation operation, IReadOnlyList<VariableInfo> variables)
        : this(manualName, definition, SchemaSet.Empty, isRemote: false)
    {
        _socketPlan = SocketToolPlan.Of(this, operation);
        Variables = variables;
    }

    /// <summary>The name to call the tool by: the manual's name, a dot, and the tool's own name (section 6.2).</summary>
    public string Name { get; }

    /// <summary>The name of the manual that brought the tool.</summary>
    public string ManualName { get; }

    /// <summary>What the tool does; "" when the manual does not say.</summary>
    public string Description { get; }

    /// <summary>The tags, in the manual's order.</summary>
    public IReadOnlyList<string> Tags { get; }

    /// <summary>The <c>call_template_type</c>, such as <c>http</c>.</summary>
    public string Protocol { get; }

    /// <summary>What a call does to the provider's state.</summary>
    public ToolEffects Effects { get; }

    /// <summary>Whether the provider discourages use.</summary>
    public bool IsDeprecated { get; }

    /// <summary>Whether the manual came over the network, so that its URLs may not lead into this machine or its network (D13).</summary>
    public bool IsRemote { get; }

    /// <summary>The variables that a call needs, by the names that the manual writes.</summary>
    public IReadOnlyList<VariableInfo> Variables { get; }

    /// <summary>The tool as it was read.</summary>
    public Tool Definition { get; }

    /// <summary>
    /// The JSON Schema of the arguments as UTF-8 JSON; empty when the manual has none. Of an OpenAPI operation it is made from its parameters and its body, with the schemas that they
    /// refer to under <c>$defs</c>. Made when it is first read.
    /// </summary>
    public ReadOnlyMemory<byte> InputsSchema => _inputs ??= Utf8(ToolSchemas.Inputs(Definition, Schemas));

    /// <summary>The JSON Schema of the result as UTF-8 JSON; empty when the manual has none. Made when it is first read.</summary>
    public ReadOnlyMemory<byte> OutputsSchema => _outputs ??= Utf8(ToolSchemas.Outputs(Definition, Schemas));

    /// <summary>The schemas that the tool's references lead to.</summary>
    internal SchemaSet Schemas { get; }

    /// <summary>How the tool is called over HTTP, worked out once.</summary>
    internal HttpToolPlan Plan => _plan ??= HttpToolPlan.Of(this);

    /// <summary>How the tool is called over a WebSocket, worked out once.</summary>
    internal SocketToolPlan SocketPlan => _socketPlan ??= SocketToolPlan.Of(this);

    /// <summary>The name.</summary>
    public override string ToString() => Name;

    private static byte[] Utf8(JsonValue? schema) => schema is null ? [] : Encoding.UTF8.GetBytes(JsonText.Minify(schema));
}
